package dev.bolt.einstein.ingest;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that run when no other thread of the machine wants their processor: {@code nice} 19 on Linux, where
 * {@code setpriority(2)} without a thread id means the calling thread alone, and the quality of service "utility" on
 * macOS. Java's own priorities change nothing there. Elsewhere, or where the system refuses, they are as others are.
 */
final class SpareTime {
    private static final Logger LOG = LoggerFactory.getLogger(SpareTime.class);

    private static final int PRIO_PROCESS = 0;
    private static final int NICEST = 19;
    private static final int QOS_CLASS_UTILITY = 0x11;

    private SpareTime() {}

    /** Daemon threads of the platform, named like this and a number from 0. */
    static ThreadFactory threads(String prefix) {
        ThreadFactory plain = Thread.ofPlatform().daemon().name(prefix, 0).factory();
        return work -> plain.newThread(() -> {
            lower();
            work.run();
        });
    }

    private static void lower() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            int failed = 0;
            if (system.contains("linux")) {
                failed = call("setpriority", PRIO_PROCESS, 0, NICEST);
            } else if (system.contains("mac")) {
                failed = call("pthread_set_qos_class_self_np", QOS_CLASS_UTILITY, 0);
            }
            if (failed != 0) {
                LOG.info("Work in the background has the same priority as questions: the system refuses another");
            }
        } catch (RuntimeException | LinkageError missing) {
            LOG.info("Work in the background has the same priority as questions: {}", missing.toString());
        }
    }

    /** A function of the C library whose arguments and result are of type {@code int}. */
    private static int call(String name, Object... arguments) {
        var types = new ValueLayout[arguments.length];
        Arrays.fill(types, ValueLayout.JAVA_INT);
        var linker = Linker.nativeLinker();
        var handle = linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, types));
        try {
            return (int) handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("Native functions throw nothing", impossible);
        }
    }
}
