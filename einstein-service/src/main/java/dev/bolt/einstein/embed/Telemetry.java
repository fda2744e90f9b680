package dev.bolt.einstein.embed;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Keeps ONNX Runtime from reporting to its maker. Since 1.29 it does so on Linux and macOS too: a device id and a
 * database of events in the user's cache folder, and uploads. It asks the environment of the process once, when it is
 * loaded, and {@code OrtEnvironment.setTelemetry} comes too late for the first event; Java cannot write the
 * environment, so C does.
 */
final class Telemetry {
    private static final String OPT_OUT = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {}

    /**
     * To be called before the runtime is loaded.
     *
     * @throws EmbedException if the environment cannot be written: then the runtime must not be loaded
     */
    static void refuse() {
        if ("1".equals(System.getenv(OPT_OUT))) {
            return;
        }
        var linker = Linker.nativeLinker();
        var shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        try (var arena = Arena.ofConfined()) {
            MemorySegment setenv = linker.defaultLookup().findOrThrow("setenv");
            int failed = (int) linker.downcallHandle(setenv, shape)
                    .invokeExact(arena.allocateFrom(OPT_OUT), arena.allocateFrom("1"), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv returned " + failed);
            }
        } catch (Throwable failure) {
            throw new EmbedException(
                    "ONNX Runtime would report to its maker; start with %s=1 in the environment".formatted(OPT_OUT),
                    failure);
        }
    }
}
