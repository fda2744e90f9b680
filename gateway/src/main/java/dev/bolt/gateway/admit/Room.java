package dev.bolt.gateway.admit;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Room for so many requests at once: each that is on its way holds some 100 KB of a small heap, so that thousands would
 * end the process. Safe for many threads.
 */
final class Room {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Semaphore places;
    private final int atOnce;

    Room(int atOnce) {
        this.atOnce = atOnce;
        places = new Semaphore(atOnce);
    }

    /**
     * Takes a place, which {@link #leave} gives back; waits for none.
     *
     * @throws ProblemException OVERLOADED if there is none
     */
    void enter() {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                            Problem.OVERLOADED, "%d requests are under way; ask again in a second.".formatted(atOnce))
                    .withRetryAfter(SOON);
        }
    }

    /** Gives it back, once. */
    void leave() {
        places.release();
    }
}
