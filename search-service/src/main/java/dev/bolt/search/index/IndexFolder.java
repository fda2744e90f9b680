package dev.bolt.search.index;

import dev.bolt.search.store.Checksum;
import dev.bolt.search.store.StoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index of one workspace lies: a folder for each build, and the file {@code current} that names the one that
 * counts, with the sum of its manifest. It is replaced in one step, so a crash leaves the old index or the new one;
 * what is half written is deleted when the next is published. A folder is trusted only if its manifest is of this
 * version and all its sums are right; those of the text are checked when it is read.
 */
public final class IndexFolder {
    /** Goes up with each change of the files. */
    private static final String VERSION = "5";

    private static final String CURRENT = "current";
    private static final String MANIFEST = "manifest";
    private static final String TEXT = "text-";
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private final Path folder;

    public IndexFolder(Path folder) {
        this.folder = folder;
    }

    /** A new, empty folder to build in. */
    Path draft() throws IOException {
        return Files.createDirectories(folder.resolve("build-" + UUID.randomUUID()));
    }

    /** Makes a draft the current one and deletes all others. */
    void publish(Path draft, Path root) throws IOException {
        var manifest = new Properties();
        manifest.setProperty("version", VERSION);
        manifest.setProperty("root", root.toString());
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                manifest.setProperty(file.getFileName().toString(), Files.size(file) + " " + sum(file));
            }
        }
        try (var out = Files.newOutputStream(draft.resolve(MANIFEST))) {
            manifest.store(out, null);
        }
        Path pointer = Files.createTempFile(folder, CURRENT, ".draft");
        Files.writeString(pointer, draft.getFileName() + " " + sum(draft.resolve(MANIFEST)));
        Files.move(pointer, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        deleteAllBut(draft);
    }

    /**
     * A saved index.
     *
     * @param path its folder
     * @param textSums what the sums of its text must be, segment by segment: it is not read yet
     */
    record Built(Path path, List<Long> textSums) {}

    /** The current one of this workspace, if there is one and all of it but its text is whole. */
    Optional<Built> current(Path root) {
        try {
            String[] pointer = Files.readString(folder.resolve(CURRENT)).split(" ", 2);
            Path built = folder.resolve(pointer[0]);
            var manifest = new Properties();
            try (var in = Files.newInputStream(built.resolve(MANIFEST))) {
                manifest.load(in);
            }
            boolean ours = pointer.length == 2
                    && pointer[1].equals(sum(built.resolve(MANIFEST)))
                    && VERSION.equals(manifest.getProperty("version"))
                    && root.toString().equals(manifest.getProperty("root"));
            if (ours && whole(built, manifest)) {
                return Optional.of(new Built(built, textSums(built, manifest)));
            }
            log.info("The index in {} is of another version or place, or spoiled; it is built anew", built);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            log.info("The index in {} cannot be read ({}); it is built anew", folder, e.toString());
        }
        return Optional.empty();
    }

    /** Deletes everything. */
    public void delete() {
        deleteTree(folder);
    }

    /** Deletes a draft that came to nothing. */
    static void discard(Path draft) {
        deleteTree(draft);
    }

    private static boolean whole(Path built, Properties manifest) throws IOException {
        for (String name : manifest.stringPropertyNames()) {
            if (name.equals("version") || name.equals("root")) {
                continue;
            }
            String[] expected = manifest.getProperty(name).split(" ", 2);
            Path file = built.resolve(name);
            boolean text = name.startsWith(TEXT);
            if (Files.size(file) != Long.parseLong(expected[0])
                    || (!text && !sum(file).equals(expected[1]))) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> textSums(Path built, Properties manifest) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; ; i++) {
            String name = StoreFiles.segment(built, i).getFileName().toString();
            String expected = manifest.getProperty(name);
            if (expected == null) {
                return sums;
            }
            sums.add(Long.parseLong(expected.split(" ", 2)[1], 16));
        }
    }

    /** What the files of a build take, but for its manifest. */
    static long bytes(Path built) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(built)) {
            for (Path file : files.filter(one -> !one.endsWith(MANIFEST)).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static String sum(Path file) throws IOException {
        return Long.toHexString(Checksum.of(file));
    }

    private void deleteAllBut(Path kept) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> !entry.equals(kept) && !entry.endsWith(CURRENT))
                    .forEach(IndexFolder::deleteTree);
        }
    }

    private static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            log.warn("{} cannot be deleted: {}", tree, e.toString());
        }
    }
}
