package dev.bolt.gateway.admit;

import dev.bolt.api.solve.Priority;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Remembers, for a moment, that the queue of solves refused a priority, so that a flood is refused without asking the
 * queue each time: at most one solve of that priority passes in each such moment, to see whether there is room again.
 * The half-open circuit of Nygard, Release It!, by time alone. Constant time and space; safe for many threads.
 */
final class Refusals {
    private final long holdNanos;
    private final LongSupplier nanoClock;
    private final ConcurrentMap<Priority, Refusal> last = new ConcurrentHashMap<>();

    /**
     * What the queue said.
     *
     * @param askAgain when others may ask the queue, by the clock
     * @param retryAt when the caller may try again, by the clock
     */
    private record Refusal(long askAgain, long retryAt) {}

    /** @param hold how long a refusal stands for others; zero for not at all */
    Refusals(Duration hold, LongSupplier nanoClock) {
        this.holdNanos = hold.toNanos();
        this.nanoClock = nanoClock;
    }

    /** The time after which the caller may try again, or nothing if the queue is to be asked. */
    Optional<Duration> standing(Priority priority) {
        Refusal refusal = last.get(priority);
        if (refusal == null) {
            return Optional.empty();
        }
        long now = nanoClock.getAsLong();
        boolean passes = now - refusal.askAgain() >= 0
                && last.replace(priority, refusal, new Refusal(now + holdNanos, refusal.retryAt()));
        return passes ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, refusal.retryAt() - now)));
    }

    /** The queue refused one. */
    void refused(Priority priority, Duration retryAfter) {
        if (holdNanos > 0) {
            long now = nanoClock.getAsLong();
            last.put(priority, new Refusal(now + holdNanos, now + retryAfter.toNanos()));
        }
    }

    /** The queue took one. */
    void taken(Priority priority) {
        last.remove(priority);
    }
}
