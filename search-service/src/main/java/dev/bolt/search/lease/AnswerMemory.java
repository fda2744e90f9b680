package dev.bolt.search.lease;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Memory for what was found and is not sent yet, shared by all searches. A quarter is anyone's; who needs more than is
 * left of it waits until others are done, but for the search that came first: it may have all that is left, and when
 * that is used up its answer ends. So one always goes on, and none waits for one that waits. Safe for many threads;
 * first come, first served.
 */
public final class AnswerMemory {
    /** The part of it, one in so many, that searches may have which others came before. */
    private static final int SHARE = 4;

    private final long bytes;
    private final Semaphore places;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition given = lock.newCondition();

    /** By age. */
    private final Set<Lease> leases = new LinkedHashSet<>();

    private long used;

    /** As large as these settings say. */
    public AnswerMemory(AnswerProperties properties) {
        this(properties.bytes(), properties.parallel());
    }

    AnswerMemory(long bytes, int parallel) {
        this.bytes = bytes;
        this.places = new Semaphore(parallel, true);
    }

    /**
     * Begins a search, when its turn has come.
     *
     * @throws ProblemException DEADLINE_EXCEEDED if it does not come in time
     */
    public Lease lease(Deadline deadline) {
        try {
            if (!places.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ProblemException(Problem.DEADLINE_EXCEEDED, "Other searches took all the time there was");
            }
        } catch (InterruptedException called) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The search was called off", called);
        }
        var lease = new Lease(this, deadline);
        lock.lock();
        try {
            leases.add(lease);
        } finally {
            lock.unlock();
        }
        return lease;
    }

    /** Bytes that are taken just now. */
    public long used() {
        lock.lock();
        try {
            return used;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it was taken; false where there is no more, or none until the deadline. */
    boolean take(Lease lease, long more) {
        lock.lock();
        try {
            long nanos = lease.deadline().remaining().toNanos();
            while (!fits(lease, more)) {
                if (isFirst(lease) || nanos <= 0) {
                    return false;
                }
                nanos = given.awaitNanos(nanos);
            }
            used += more;
            return true;
        } catch (InterruptedException called) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    boolean first(Lease lease) {
        lock.lock();
        try {
            return isFirst(lease);
        } finally {
            lock.unlock();
        }
    }

    void give(long back) {
        lock.lock();
        try {
            used -= back;
            given.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end(Lease lease, long back) {
        lock.lock();
        try {
            leases.remove(lease);
            used -= back;
            given.signalAll();
        } finally {
            lock.unlock();
        }
        places.release();
    }

    private boolean fits(Lease lease, long more) {
        return used + more <= (isFirst(lease) ? bytes : bytes / SHARE);
    }

    private boolean isFirst(Lease lease) {
        Iterator<Lease> byAge = leases.iterator();
        return byAge.hasNext() && byAge.next() == lease;
    }
}
