package dev.bolt.platform.watch;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/** The calls of Linux's C library that watching needs, each with its {@code errno}. Safe for many threads. */
final class Libc {
    static final int EINTR = 4;
    static final int EAGAIN = 11;

    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final Linker.Option CAPTURE = Linker.Option.captureCallState("errno");
    private static final VarHandle ERRNO =
            Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle INIT = call("inotify_init1", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle ADD = call("inotify_add_watch", FunctionDescriptor.of(INT, INT, POINTER, INT));
    private static final MethodHandle EVENT = call("eventfd", FunctionDescriptor.of(INT, INT, INT));
    private static final MethodHandle READ = call("read", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
    private static final MethodHandle WRITE = call("write", FunctionDescriptor.of(LONG, INT, POINTER, LONG));
    private static final MethodHandle POLL = call("poll", FunctionDescriptor.of(INT, POINTER, LONG, INT));
    private static final MethodHandle CLOSE = call("close", FunctionDescriptor.of(INT, INT));

    private Libc() {}

    /**
     * What a call returned.
     *
     * @param errno why it failed; only where {@code value} is negative
     */
    record Outcome(long value, int errno) {
        /** @throws IOException that names the call if it failed */
        int orThrow(String name) throws IOException {
            if (value < 0) {
                throw new IOException("%s failed, errno %d".formatted(name, errno));
            }
            return (int) value;
        }
    }

    static Outcome inotifyInit(int flags) {
        return invoke(state -> (int) INIT.invokeExact(state, flags));
    }

    /** @param path ends with a zero byte */
    static Outcome inotifyAddWatch(int file, MemorySegment path, int mask) {
        return invoke(state -> (int) ADD.invokeExact(state, file, path, mask));
    }

    static Outcome eventFile(int flags) {
        return invoke(state -> (int) EVENT.invokeExact(state, 0, flags));
    }

    static Outcome read(int file, MemorySegment to) {
        return invoke(state -> (long) READ.invokeExact(state, file, to, to.byteSize()));
    }

    static Outcome write(int file, MemorySegment from) {
        return invoke(state -> (long) WRITE.invokeExact(state, file, from, from.byteSize()));
    }

    /** Waits without a bound until one of the files can be read. */
    static Outcome awaitReadable(int one, int two) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment files = arena.allocate(16, 4);
            files.set(INT, 0, one);
            files.set(ValueLayout.JAVA_SHORT, 4, (short) 1);
            files.set(INT, 8, two);
            files.set(ValueLayout.JAVA_SHORT, 12, (short) 1);
            return invoke(state -> (int) POLL.invokeExact(state, files, 2L, -1));
        }
    }

    static void close(int file) {
        invoke(state -> (int) CLOSE.invokeExact(state, file));
    }

    private interface Call {
        long with(MemorySegment state) throws Throwable;
    }

    private static Outcome invoke(Call call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            long value = call.with(state);
            return new Outcome(value, value < 0 ? (int) ERRNO.get(state, 0L) : 0);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle call(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, CAPTURE);
    }
}
