package dev.bolt.cli.console;

import java.util.concurrent.CountDownLatch;

/**
 * What is done when the user presses Ctrl-C, until it is closed. Once that has begun, closing never returns: the
 * process is ending, and whoever was at work says nothing more.
 */
public final class OnInterrupt implements AutoCloseable {
    private final Thread hook;

    private OnInterrupt(Thread hook) {
        this.hook = hook;
    }

    /** Stands by with this work from now on. */
    public static OnInterrupt run(Runnable work) {
        Thread hook = Thread.ofPlatform().unstarted(work);
        Runtime.getRuntime().addShutdownHook(hook);
        return new OnInterrupt(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException goOnWaiting) {
                Thread.onSpinWait();
            }
        }
    }
}
