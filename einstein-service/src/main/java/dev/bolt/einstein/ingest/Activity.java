package dev.bolt.einstein.ingest;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Lets background work step aside while somebody waits for an answer. */
public final class Activity {
    private static final Duration GLANCE = Duration.ofMillis(5);
    /** Longest that background work steps aside, so that a steady stream of questions cannot stop it. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final AtomicInteger questions = new AtomicInteger();

    /** A question under way; ends when closed. */
    public interface Question extends AutoCloseable {
        @Override
        void close();
    }

    /** Somebody waits from now on. */
    public Question begin() {
        questions.incrementAndGet();
        return questions::decrementAndGet;
    }

    /** Waits while somebody waits, within patience. */
    void stepAside() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (questions.get() > 0
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Rests so long that work has taken only this share of the time. */
    static void rest(Duration worked, double share) {
        long nanos = (long) (worked.toNanos() * (1 / share - 1));
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }
}
