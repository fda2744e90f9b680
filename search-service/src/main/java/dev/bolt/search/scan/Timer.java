package dev.bolt.search.scan;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Looks at the clock once in a while, cheaply enough for each character, and ends a search at its deadline, or when it
 * has matched for longer than it may. Used by one thread, that which made it.
 */
final class Timer {
    private static final int EVERY = 1024;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Deadline deadline;
    private final long most;
    private long spent;
    private long began;
    private final long processor;
    private int ticks;

    /** @param most time between {@link #begin} and {@link #end}, all together, after which it is as at the deadline */
    Timer(Deadline deadline, Duration most) {
        this.deadline = deadline;
        this.most = most.toNanos();
        this.began = System.nanoTime();
        this.processor = processorNanos();
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
            if (spent + System.nanoTime() - began > most && worked()) {
                throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The pattern takes too long to match");
            }
        }
    }

    /** Whether it has worked so long: a thread that others keep waiting is not slow. Of a virtual thread none knows. */
    private boolean worked() {
        return processor < 0 || processorNanos() - processor >= most;
    }

    /** What the processor has given this thread; -1 if that is not known. */
    private static long processorNanos() {
        return !Thread.currentThread().isVirtual() && THREADS.isCurrentThreadCpuTimeSupported()
                ? THREADS.getCurrentThreadCpuTime()
                : -1;
    }
}
