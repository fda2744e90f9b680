package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Finds the nearest vectors exactly: every one is compared. Takes one pass over 4 · dimension bytes a vector; memory is
 * taken from a shared budget in blocks, and a vector that no longer fits is refused. Safe for many readers, one writer
 * at a time waits for them.
 */
public final class FlatIndex implements AutoCloseable {
    private static final Comparator<Neighbor> WORST_FIRST = Comparator.comparingDouble(Neighbor::similarity)
            .thenComparing(neighbor -> neighbor.id().value(), Comparator.reverseOrder());

    private final int dimension;
    private final VectorBudget budget;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Block> blocks = new ArrayList<>();
    private final List<ChunkId> ids = new ArrayList<>();
    private final Map<ChunkId, Integer> ordinals = new HashMap<>();

    /** Empty, for vectors of this length. */
    public FlatIndex(int dimension, VectorBudget budget) {
        this.dimension = dimension;
        this.budget = budget;
    }

    /**
     * Keeps the vector; one that is known stays as it is.
     *
     * @param vector {@code float[dimension]}, unit length
     * @return false if the budget is spent
     */
    public boolean add(ChunkId id, float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException("%d dimensions, not %d".formatted(vector.length, dimension));
        }
        lock.writeLock().lock();
        try {
            return ordinals.containsKey(id) || append(id, vector);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean append(ChunkId id, float[] vector) {
        if (blocks.isEmpty() || blocks.getLast().full()) {
            if (!budget.acquire(Block.bytes(dimension))) {
                return false;
            }
            blocks.add(new Block(dimension));
        }
        blocks.getLast().add(vector);
        ordinals.put(id, ids.size());
        ids.add(id);
        return true;
    }

    /** Forgets every vector that is not among these. */
    public void retain(Set<ChunkId> wanted) {
        lock.writeLock().lock();
        try {
            for (int ordinal = ids.size() - 1; ordinal >= 0; ordinal--) {
                if (!wanted.contains(ids.get(ordinal))) {
                    remove(ordinal);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The last vector takes the place of the removed one. */
    private void remove(int ordinal) {
        Block last = blocks.getLast();
        ChunkId moved = ids.removeLast();
        ChunkId removed = ordinal < ids.size() ? ids.set(ordinal, moved) : moved;
        blocks.get(ordinal / Block.SIZE).set(ordinal % Block.SIZE, last.get(last.count() - 1));
        last.removeLast();
        ordinals.put(moved, ordinal);
        ordinals.remove(removed);
        if (last.count() == 0) {
            blocks.removeLast();
            budget.release(Block.bytes(dimension));
        }
    }

    /** Those of the ids that have no vector. */
    public List<ChunkId> missing(Collection<ChunkId> wanted) {
        lock.readLock().lock();
        try {
            return wanted.stream()
                    .filter(id -> !ordinals.containsKey(id))
                    .distinct()
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many vectors there are. */
    public int size() {
        lock.readLock().lock();
        try {
            return ids.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The top-k by cosine, best first; equal ones by identity.
     *
     * @param question {@code float[dimension]}, unit length
     * @throws dev.bolt.platform.problem.ProblemException DEADLINE_EXCEEDED if the deadline passes meanwhile
     */
    public List<Neighbor> search(float[] question, int topK, Deadline deadline) {
        lock.readLock().lock();
        try {
            return scan(question, topK, deadline);
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<Neighbor> scan(float[] question, int topK, Deadline deadline) {
        var best = new PriorityQueue<>(WORST_FIRST);
        var dots = new float[Block.SIZE];
        for (int b = 0; b < blocks.size(); b++) {
            deadline.check();
            Block block = blocks.get(b);
            block.dots(question, dots);
            for (int i = 0; i < block.count(); i++) {
                if (best.size() < topK || dots[i] >= best.element().similarity()) {
                    best.add(new Neighbor(ids.get(b * Block.SIZE + i), dots[i]));
                    if (best.size() > topK) {
                        best.remove();
                    }
                }
            }
        }
        return best.stream().sorted(WORST_FIRST.reversed()).toList();
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        retain(Set.of());
    }
}
