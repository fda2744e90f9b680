package dev.bolt.search.scan;

import dev.bolt.platform.deadline.Deadline;

/** Looks at the deadline once in a while, cheaply enough for each character. Used by one thread. */
final class Timer {
    private static final int EVERY = 4096;

    private final Deadline deadline;
    private int ticks;

    Timer(Deadline deadline) {
        this.deadline = deadline;
    }

    /** @throws dev.bolt.platform.problem.ProblemException DEADLINE_EXCEEDED if it has passed */
    void tick() {
        if (++ticks % EVERY == 0) {
            deadline.check();
        }
    }
}
