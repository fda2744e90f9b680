package dev.bolt.benchmarks.vector;

import java.lang.management.ManagementFactory;

/**
 * Two pieces of work at once.
 *
 * @param wall seconds until both had ended
 * @param cpu seconds of processor time of each, on average: on a machine that others use, what a quiet one's wall is
 */
record SideBySide(double wall, double cpu) {
    static SideBySide run(Runnable one, Runnable other) {
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = new long[2];
        var thread = Thread.ofPlatform().unstarted(() -> {
            other.run();
            cpu[1] = threads.getCurrentThreadCpuTime();
        });
        long began = System.nanoTime();
        long before = threads.getCurrentThreadCpuTime();
        thread.start();
        one.run();
        cpu[0] = threads.getCurrentThreadCpuTime() - before;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return new SideBySide((System.nanoTime() - began) / 1e9, (cpu[0] + cpu[1]) / 2e9);
    }

    /** The better of each. */
    SideBySide best(SideBySide other) {
        return new SideBySide(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
    }
}
