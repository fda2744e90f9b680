package dev.bolt.platform.watch;

import dev.bolt.platform.workspace.PathBytes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linux's inotify(7). The kernel queues an event before the call that caused it returns, so that who {@link #read
 * reads} until nothing is left has heard of every change made before. To be used by one thread at a time, but for
 * {@link #await} and {@link #wake}.
 */
final class Inotify implements AutoCloseable {
    /** Bits of {@link Event#mask} (linux/inotify.h). */
    static final int MOVE_SELF = 0x800;

    static final int OVERFLOW = 0x4000;
    static final int IGNORED = 0x8000;

    private static final int MODIFY = 0x2;
    private static final int ATTRIB = 0x4;
    private static final int MOVED = 0x40 | 0x80;
    private static final int CREATE = 0x100;
    private static final int DELETE = 0x200;
    private static final int ONLY_DIRECTORY = 0x0100_0000;
    private static final int DO_NOT_FOLLOW = 0x0200_0000;
    private static final int MASK = MODIFY | ATTRIB | MOVED | CREATE | DELETE | MOVE_SELF | ONLY_DIRECTORY;

    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int EVENT_BYTES = 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private static final int ENOENT = 2;
    private static final int EACCES = 13;
    private static final int ENOTDIR = 20;
    private static final int ENOSPC = 28;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES, 8);
    private final int queue;
    private final int waker;

    /** @throws IOException if the kernel has no more of them for this user */
    Inotify() throws IOException {
        queue = Libc.inotifyInit(NON_BLOCKING | CLOSE_ON_EXEC).orThrow("inotify_init1");
        waker = Libc.eventFile(NON_BLOCKING | CLOSE_ON_EXEC).orThrow("eventfd");
    }

    /**
     * What happened.
     *
     * @param watch number of the directory's watch; -1 for an overflow
     * @param mask what, as bits
     * @param name bytes of what in the directory; empty for the directory itself
     */
    record Event(int watch, int mask, byte[] name) {}

    /**
     * Watches a directory, not what is below it.
     *
     * @param follow whether it may be a link to one
     * @return the number of its watch: the same for a directory that is watched already
     * @throws IOException if there is no such directory, or the kernel has no more watches for this user
     */
    int add(Path directory, boolean follow) throws IOException {
        try (Arena call = Arena.ofConfined()) {
            byte[] bytes = PathBytes.of(directory);
            MemorySegment path = call.allocate(bytes.length + 1L);
            MemorySegment.copy(bytes, 0, path, ValueLayout.JAVA_BYTE, 0, bytes.length);
            Libc.Outcome added = Libc.inotifyAddWatch(queue, path, follow ? MASK : MASK | DO_NOT_FOLLOW);
            if (added.value() < 0) {
                throw switch (added.errno()) {
                    case ENOENT -> new NoSuchFileException(directory.toString());
                    case ENOTDIR -> new NotDirectoryException(directory.toString());
                    case EACCES -> new AccessDeniedException(directory.toString());
                    case ENOSPC -> new IOException("More directories than fs.inotify.max_user_watches lets be watched");
                    default -> new IOException("inotify_add_watch failed, errno " + added.errno());
                };
            }
            return (int) added.value();
        }
    }

    /** What has happened since the last call; some of it if that is much, nothing if nothing has. */
    List<Event> read() throws IOException {
        Libc.Outcome read = Libc.read(queue, buffer);
        if (read.value() < 0) {
            if (read.errno() == Libc.EAGAIN || read.errno() == Libc.EINTR) {
                return List.of();
            }
            throw new IOException("inotify cannot be read, errno " + read.errno());
        }
        List<Event> events = new ArrayList<>();
        for (long at = 0; at < read.value(); ) {
            int length = buffer.get(ValueLayout.JAVA_INT, at + 12);
            byte[] name = buffer.asSlice(at + EVENT_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
            events.add(new Event(
                    buffer.get(ValueLayout.JAVA_INT, at),
                    buffer.get(ValueLayout.JAVA_INT, at + 4),
                    withoutPadding(name)));
            at += EVENT_BYTES + length;
        }
        return events;
    }

    /** Up to the first zero byte. */
    private static byte[] withoutPadding(byte[] name) {
        int length = 0;
        while (length < name.length && name[length] != 0) {
            length++;
        }
        return Arrays.copyOf(name, length);
    }

    /** Waits until something has happened, or somebody {@link #wake wakes} who waits. */
    void await() throws IOException {
        Libc.Outcome outcome = Libc.awaitReadable(queue, waker);
        if (outcome.value() < 0 && outcome.errno() != Libc.EINTR) {
            throw new IOException("poll failed, errno " + outcome.errno());
        }
    }

    /** Lets {@link #await} return, now or when it is called. */
    void wake() {
        try (Arena call = Arena.ofConfined()) {
            Libc.write(waker, call.allocateFrom(ValueLayout.JAVA_LONG, 1));
        }
    }

    @Override
    public void close() {
        Libc.close(queue);
        Libc.close(waker);
        arena.close();
    }
}
