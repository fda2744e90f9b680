package dev.bolt.search.scan;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;

/**
 * Looks at the deadline once in a while, cheaply enough for each character, and ends what takes more steps than it may.
 * Used by one thread.
 */
final class Timer {
    private static final int EVERY = 4096;

    private final Deadline deadline;
    private final long most;
    private long ticks;

    /** @param most ticks after which it is as if the deadline had passed */
    Timer(Deadline deadline, long most) {
        this.deadline = deadline;
        this.most = most;
    }

    /** @throws ProblemException DEADLINE_EXCEEDED if it has passed */
    void tick() {
        if (++ticks % EVERY == 0) {
            deadline.check();
            if (ticks > most) {
                throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The pattern takes too many steps");
            }
        }
    }
}
