package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.orchestrator.queue.FairQueue;
import dev.bolt.orchestrator.queue.QueueProperties;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where accepted solves wait for their turn. Each priority has a longest wait that is promised: a solve is refused if
 * it would wait longer, by how many go before it and how long solves have taken lately. The wait is one clock, the time
 * to run another, which begins with the turn. Safe for many threads.
 */
final class SolveQueue {
    private static final double ALPHA = 1.0 / 8; // RFC 6298 §2

    private final FairQueue<Waiting> queue;
    private final QueueProperties properties;
    private final int concurrent;
    private final AtomicReference<Double> averageMillis = new AtomicReference<>(0.0);

    /**
     * A solve and the moment until which it may wait.
     *
     * @param solve as it was accepted
     * @param until the promise
     */
    record Waiting(Solve solve, Deadline until) {}

    /** @param concurrent solves that run at once */
    SolveQueue(QueueProperties properties, int concurrent) {
        this.queue = new FairQueue<>(properties);
        this.properties = properties;
        this.concurrent = concurrent;
    }

    /** A place that is kept for a solve until it takes it, or this is closed. Used by one thread. */
    final class Place implements AutoCloseable {
        private final Priority priority;
        private boolean taken;

        private Place(Priority priority) {
            this.priority = priority;
        }

        /** From now on the solve waits for its turn; once at most. */
        void take(Solve solve) {
            taken = true;
            queue.fill(priority, new Waiting(solve, Deadline.after(properties.wait(priority))));
        }

        @Override
        public void close() {
            if (!taken) {
                queue.release();
            }
        }
    }

    /**
     * Asked before anything is written of a solve, so that refusing costs nothing, and what was admitted is never
     * refused later.
     *
     * @throws ProblemException OVERLOADED, with the time after which it may be tried again
     */
    Place admit(Priority priority) {
        Duration predicted = predictedWait(priority);
        Duration promised = properties.wait(priority);
        if (predicted.compareTo(promised) > 0) {
            throw overloaded(
                    "A solve of priority %s would wait %d s, more than the %d s it is promised; ask again later."
                            .formatted(priority, predicted.toSeconds(), promised.toSeconds()),
                    predicted.minus(promised));
        }
        if (!queue.reserve(priority)) {
            throw full(priority);
        }
        return new Place(priority);
    }

    private ProblemException full(Priority priority) {
        return overloaded(
                "%d solves wait already; ask again in a few seconds.".formatted(queue.size()),
                predictedWait(priority).dividedBy(2));
    }

    /** Adds one that had a place before a restart; its wait begins anew. */
    void restore(Priority priority, Solve solve) {
        queue.restore(priority, new Waiting(solve, Deadline.after(properties.wait(priority))));
    }

    /** The next one; waits for it. */
    Waiting take() throws InterruptedException {
        return queue.take();
    }

    /** Takes in how long a solve took from its turn to its end. */
    void observe(Duration took) {
        double millis = took.toMillis();
        averageMillis.accumulateAndGet(
                millis, (average, now) -> average == 0 ? now : average + ALPHA * (now - average));
    }

    /** How many wait. */
    int size() {
        return queue.size();
    }

    /** What one that came now would wait, about. */
    Duration predictedWait(Priority priority) {
        return Duration.ofMillis((long) (queue.ahead(priority) * averageMillis.get() / concurrent));
    }

    private static ProblemException overloaded(String detail, Duration retryAfter) {
        Duration least = Duration.ofSeconds(1);
        return new ProblemException(Problem.OVERLOADED, detail)
                .withRetryAfter(retryAfter.compareTo(least) < 0 ? least : retryAfter);
    }
}
