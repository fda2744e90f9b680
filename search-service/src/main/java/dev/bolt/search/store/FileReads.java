package dev.bolt.search.store;

import dev.bolt.platform.workspace.FileStamp;
import dev.bolt.platform.workspace.PathBytes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads text that is not copied from the file that has it, one file at a time. After each read the file is asked
 * whether it is still the one that was indexed, so that no line is of any other. Used by one thread.
 */
public final class FileReads implements AutoCloseable {
    private static final int LEAST_BYTES = 1 << 14;
    private static final Logger log = LoggerFactory.getLogger(FileReads.class);

    private final Path root;
    private MemorySegment buffer = MemorySegment.NULL;
    private String open = "";
    private @Nullable FileChannel channel;

    /** @param root of the workspace */
    public FileReads(Path root) {
        this.root = root;
    }

    /**
     * Some text, until the next is read.
     *
     * @throws SpoiledException if the file is gone, or no longer what was indexed
     */
    public MemorySegment read(StoredFile file, long offset, int length) {
        Path path = PathBytes.resolve(root, file.path());
        try {
            MemorySegment text = room(length);
            read(channel(file, path), offset, text);
            if (same(FileStamp.of(path), file.stamp())) {
                return text;
            }
        } catch (IOException gone) {
            throw new SpoiledException("'%s' cannot be read: %s".formatted(file.path(), gone));
        }
        throw new SpoiledException("'%s' has changed".formatted(file.path()));
    }

    private static void read(FileChannel from, long offset, MemorySegment into) throws IOException {
        var bytes = into.asByteBuffer();
        while (bytes.hasRemaining()) {
            if (from.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException("It is shorter than it was");
            }
        }
    }

    private FileChannel channel(StoredFile file, Path path) throws IOException {
        FileChannel before = channel;
        if (before != null && file.path().equals(open) && before.isOpen()) {
            return before;
        }
        close();
        FileChannel opened = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        channel = opened;
        open = file.path();
        return opened;
    }

    /** Native memory, as mapped text is: the compiler makes better code where it has seen but one kind. */
    private MemorySegment room(int length) {
        if (buffer.byteSize() < length) {
            buffer = Arena.ofAuto().allocate(Math.max(length, Math.max(LEAST_BYTES, 2 * buffer.byteSize())));
        }
        return buffer.asSlice(0, length);
    }

    private static boolean same(FileStamp now, FileStamp then) {
        return now.sizeBytes() == then.sizeBytes()
                && now.modifiedNanos() == then.modifiedNanos()
                && now.changedNanos() == then.changedNanos()
                && now.number() == then.number();
    }

    @Override
    public void close() {
        FileChannel before = channel;
        channel = null;
        if (before != null) {
            try {
                before.close();
            } catch (IOException e) {
                log.debug("A file that was read did not close: {}", e.toString());
            }
        }
    }
}
