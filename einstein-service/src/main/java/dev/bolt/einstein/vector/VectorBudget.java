package dev.bolt.einstein.vector;

import java.util.concurrent.atomic.AtomicLong;

/** Grants memory up to a bound that is never passed. Safe for all threads. */
public final class VectorBudget {
    private final long bytes;
    private final AtomicLong used = new AtomicLong();

    /** Grants so many bytes in all. */
    public VectorBudget(long bytes) {
        this.bytes = bytes;
    }

    /** Takes the bytes if they are there. */
    public boolean acquire(long wanted) {
        long before = used.getAndUpdate(now -> now + wanted <= bytes ? now + wanted : now);
        return before + wanted <= bytes;
    }

    /** Gives them back. */
    public void release(long given) {
        used.addAndGet(-given);
    }

    /** Bytes granted and not given back. */
    public long usedBytes() {
        return used.get();
    }
}
