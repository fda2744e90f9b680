package dev.bolt.orchestrator.agent;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Locale;

/**
 * Binds threads to processors, by Linux's {@code sched_setaffinity(2)}. Only platform threads may be bound: a virtual
 * one would leave its carrier bound for all others. Processes that a bound thread starts are bound as it is.
 */
final class CpuAffinity {
    private static final int MASK_BYTES = 1024 / Byte.SIZE;

    private CpuAffinity() {}

    private static final class Native {
        private static final MethodHandle SET = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("sched_setaffinity"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.ADDRESS));
    }

    /** Whether this system can. */
    static boolean available() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /**
     * Binds the calling thread to a processor; false if there is none of this number, or the process may not use it.
     *
     * @param processor 0 to 1023
     */
    static boolean bind(int processor) {
        if (Thread.currentThread().isVirtual()) {
            throw new IllegalStateException("A virtual thread would bind its carrier");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            mask.set(ValueLayout.JAVA_BYTE, processor / Byte.SIZE, (byte) (1 << processor % Byte.SIZE));
            return (int) Native.SET.invokeExact(0, (long) MASK_BYTES, mask) == 0;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("Native functions throw nothing", impossible);
        }
    }

    /** @throws IllegalArgumentException that names the first processor to which no thread can be bound */
    static void check(List<Integer> processors) {
        for (int processor : processors) {
            boolean[] bound = new boolean[1];
            Thread probe = Thread.ofPlatform().daemon().unstarted(() -> bound[0] = bind(processor));
            probe.start();
            try {
                probe.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            if (!bound[0]) {
                throw new IllegalArgumentException(
                        "bolt.orchestrator.agent.affinity names processor %d, which this process may not use"
                                .formatted(processor));
            }
        }
    }
}
