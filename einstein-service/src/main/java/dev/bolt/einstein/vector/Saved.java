package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was learnt of vectors, in a file, so that a restart need not learn it again; the vectors themselves stand in the
 * database. A file is there as a whole or not at all, and one that is broken, of another model or of another kind is as
 * none.
 *
 * @param file where
 * @param model names what the vectors are of
 */
public record Saved(Path file, String model) {
    private static final Logger LOG = LoggerFactory.getLogger(Saved.class);
    private static final String MAGIC = "Bolt's vectors, 1";
    private static final int BUFFER = 1 << 20;

    /**
     * What a file holds.
     *
     * @param ids by ordinal
     * @param learntAt rows that it was learnt from
     */
    record Content(Shortlists shortlists, int learntAt, Ids ids, Shortlist shortlist) {}

    /** Keeps it, in place of what was there. */
    void write(Content content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        var sum = new CRC32();
        try (var bytes = new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER)) {
            var out = new DataOutputStream(new CheckedOutputStream(bytes, sum));
            out.writeUTF(MAGIC);
            out.writeUTF(model);
            out.writeInt(content.shortlists().dimension());
            out.writeUTF(content.shortlist().type().name());
            out.writeInt(content.learntAt());
            out.writeInt(content.ids().size());
            for (int ordinal = 0; ordinal < content.ids().size(); ordinal++) {
                out.writeUTF(content.ids().get(ordinal).value());
            }
            content.shortlist().write(out);
            out.flush();
            new DataOutputStream(bytes).writeLong(sum.getValue());
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Null if there is nothing that can be used, or the budget has no room. */
    @Nullable
    Content read(VectorIndexes indexes) {
        try {
            return Files.isRegularFile(file) && whole() ? content(indexes) : null;
        } catch (IOException | RuntimeException failure) {
            LOG.warn("{} cannot be read, and is made again: {}", file, failure.getMessage());
            return null;
        }
    }

    /** Whether the sum at its end is right, told before anything of it is believed. */
    private boolean whole() throws IOException {
        var sum = new CRC32();
        long left = Files.size(file) - Long.BYTES;
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
                if (read == 0) {
                    return false;
                }
                sum.update(buffer, 0, read);
                left -= read;
            }
            return left == 0 && new DataInputStream(in).readLong() == sum.getValue();
        }
    }

    private @Nullable Content content(VectorIndexes indexes) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            if (!MAGIC.equals(in.readUTF()) || !model.equals(in.readUTF())) {
                return null;
            }
            var shortlists = new Shortlists(in.readInt(), indexes.properties(), indexes.budget());
            VectorKind kind = VectorKind.valueOf(in.readUTF());
            int learntAt = in.readInt();
            int count = in.readInt();
            if (indexes.properties().kind().at(count) != kind) {
                return null;
            }
            var ids = new Ids();
            for (int ordinal = 0; ordinal < count; ordinal++) {
                ids.add(new ChunkId(in.readUTF()));
            }
            Shortlist shortlist = shortlists.read(kind, count, in);
            return shortlist == null ? null : new Content(shortlists, learntAt, ids, shortlist);
        }
    }
}
