package dev.bolt.analysis.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one model on disk, so that a restart parses only what changed. Written in one step: whatever ends the
 * process, the old file or the new one is there. What is damaged, of another version or made under other settings reads
 * as nothing.
 *
 * @param fingerprint settings that it was made under
 * @param projects folders that hold a project file
 * @param asOf when the build behind it began
 */
record SavedModel(String fingerprint, List<AnalyzedFile> files, List<String> projects, Instant asOf) {
    static final String FILE = "model";

    private static final Logger log = LoggerFactory.getLogger(SavedModel.class);
    private static final long FORMAT = 0x424f4c54_00000002L;

    /** Whether one was written there, be it of any use or not. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Reads it, if it was made under settings with one of these fingerprints. */
    static Optional<SavedModel> read(Path folder, Collection<String> fingerprints) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - Long.BYTES;
            var checked = new CRC32C();
            checked.update(bytes, 0, Math.max(0, end));
            if (end < 0 || ByteBuffer.wrap(bytes).getLong(end) != checked.getValue()) {
                throw new IOException("its checksum is wrong");
            }
            var in = new RecordReader(bytes, end);
            if (in.fixed() != FORMAT) {
                return Optional.empty();
            }
            String fingerprint = in.text();
            if (!fingerprints.contains(fingerprint)) {
                return Optional.empty();
            }
            Instant asOf = Instant.ofEpochMilli(in.fixed());
            var projects = new ArrayList<String>();
            for (int left = in.small(); left > 0; left--) {
                projects.add(in.text());
            }
            var files = new ArrayList<AnalyzedFile>();
            for (int left = in.small(); left > 0; left--) {
                files.add(FileCodec.read(in));
            }
            return Optional.of(new SavedModel(fingerprint, files, projects, asOf));
        } catch (IOException | RuntimeException damaged) {
            log.warn("Reading all files again: {} cannot be used: {}", file, damaged.toString());
            return Optional.empty();
        }
    }

    /** Writes it, if it is still wanted until all is written. */
    static void write(
            Path folder,
            String fingerprint,
            Collection<AnalyzedFile> files,
            Collection<String> projects,
            Instant asOf,
            BooleanSupplier wanted) {
        Path fresh = folder.resolve(FILE + ".new");
        var checked = new CRC32C();
        try {
            try (var out = new RecordWriter(new CheckedOutputStream(Files.newOutputStream(fresh), checked))) {
                out.fixed(FORMAT);
                out.text(fingerprint);
                out.fixed(asOf.toEpochMilli());
                out.number(projects.size());
                for (String project : projects) {
                    out.text(project);
                }
                out.number(files.size());
                for (AnalyzedFile file : files) {
                    if (!wanted.getAsBoolean()) {
                        return;
                    }
                    FileCodec.write(file, out);
                }
                out.flush();
                out.fixed(checked.getValue());
            }
            if (wanted.getAsBoolean()) {
                Files.move(
                        fresh,
                        folder.resolve(FILE),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            log.warn("The model could not be saved; a restart will read all files again: {}", failure.toString());
        } finally {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException leftOver) {
                log.debug("Left over: {}", fresh, leftOver);
            }
        }
    }
}
