package dev.bolt.benchmarks.vector;

/** Two pieces of work at once. */
final class SideBySide {
    private SideBySide() {}

    /** Seconds until both have ended. */
    static double seconds(Runnable one, Runnable other) {
        var thread = Thread.ofPlatform().unstarted(other);
        long began = System.nanoTime();
        thread.start();
        one.run();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
