package dev.bolt.search.scan;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;

/**
 * Looks at the clock once in a while, cheaply enough for each character, and ends a search at its deadline, or when it
 * has matched for longer than it may. Used by one thread.
 */
final class Timer {
    private static final int EVERY = 1024;

    private final Deadline deadline;
    private final long most;
    private long spent;
    private long began;
    private int ticks;

    /** @param most time between {@link #begin} and {@link #end}, all together, after which it is as at the deadline */
    Timer(Deadline deadline, Duration most) {
        this.deadline = deadline;
        this.most = most.toNanos();
        this.began = System.nanoTime();
    }

    /** Matching begins. */
    void begin() {
        began = System.nanoTime();
    }

    /** Matching ends: what follows until it begins again is not counted. */
    void end() {
        spent += System.nanoTime() - began;
    }

    /** @throws ProblemException DEADLINE_EXCEEDED if the one time or the other is over */
    void tick() {
        if (++ticks % EVERY == 0) {
            deadline.check();
            if (spent + System.nanoTime() - began > most) {
                throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The pattern takes too long to match");
            }
        }
    }
}
