package dev.bolt.search.lease;

import dev.bolt.platform.deadline.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * What one search has of the {@link AnswerMemory}, from before it begins until its answer is sent. The thread of a
 * request finds its own by {@link #current()}; other threads are handed it. Safe for many threads.
 */
public final class Lease implements AutoCloseable {
    /** Bytes that nobody counts, so that small answers never wait for large ones. */
    static final long FREE = 256 << 10;

    /** Of who works for no request: a program, a test. */
    private static final Lease UNBOUNDED = new Lease(null, Deadline.NONE);

    private static final ScopedValue<Lease> CURRENT = ScopedValue.newInstance();

    private final @Nullable AnswerMemory memory;
    private final Deadline deadline;
    private long held;
    private boolean closed;

    Lease(@Nullable AnswerMemory memory, Deadline deadline) {
        this.memory = memory;
        this.deadline = deadline;
    }

    /** That of the request this thread works for; one without bound if it works for none. */
    public static Lease current() {
        return CURRENT.orElse(UNBOUNDED);
    }

    /** Does the task with this lease as {@link #current()}. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> task) throws X {
        return ScopedValue.where(CURRENT, this).call(task);
    }

    /**
     * Takes so many bytes more; may wait for others until the deadline.
     *
     * @return false if there are none, and then what was found last is the last that is kept
     */
    public boolean take(long bytes) {
        long counted;
        synchronized (this) {
            counted = counted(held + bytes) - counted(held);
            held += bytes;
        }
        if (memory == null || counted == 0 || memory.take(this, counted)) {
            return true;
        }
        synchronized (this) {
            held -= bytes;
        }
        return false;
    }

    /** Whether no search is under way that came before, so that those that wait for memory wait for this one. */
    public boolean isFirst() {
        return memory != null && memory.first(this);
    }

    /** Gives back so many of those taken. */
    public void give(long bytes) {
        long counted;
        synchronized (this) {
            counted = counted(held) - counted(held - bytes);
            held -= bytes;
        }
        if (memory != null && counted > 0) {
            memory.give(counted);
        }
    }

    /** Gives back all; once is enough. */
    @Override
    public void close() {
        long all;
        synchronized (this) {
            if (closed || memory == null) {
                return;
            }
            closed = true;
            all = counted(held);
            held = 0;
        }
        memory.end(this, all);
    }

    Deadline deadline() {
        return deadline;
    }

    private static long counted(long bytes) {
        return Math.max(0, bytes - FREE);
    }
}
