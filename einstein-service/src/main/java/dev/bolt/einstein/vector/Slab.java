package dev.bolt.einstein.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Memory off the heap, granted by a budget, zeroed. Closing gives it back; an access afterwards throws
 * {@link IllegalStateException} and never reads another's memory.
 */
final class Slab implements AutoCloseable {
    /** A cache line, which is also the widest vector of a processor. */
    private static final long ALIGNMENT = 64;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final VectorBudget budget;

    private Slab(long bytes, VectorBudget budget) {
        this.memory = arena.allocate(bytes, ALIGNMENT);
        this.budget = budget;
    }

    /** Null if the budget, or the machine, has no more. */
    static @Nullable Slab of(long bytes, VectorBudget budget) {
        if (!budget.acquire(bytes)) {
            return null;
        }
        try {
            return new Slab(bytes, budget);
        } catch (OutOfMemoryError none) {
            budget.release(bytes);
            return null;
        }
    }

    /** A smaller one in its place; this one is not to be used any more, for its memory goes when that is filled. */
    Slab smaller(long bytes) {
        var smaller = new Slab(bytes, budget);
        budget.release(memory.byteSize() - bytes);
        return smaller;
    }

    MemorySegment memory() {
        return memory;
    }

    /** Frees the memory while another holds what was granted for it. */
    void free() {
        arena.close();
    }

    @Override
    public void close() {
        long bytes = memory.byteSize();
        arena.close();
        budget.release(bytes);
    }
}
