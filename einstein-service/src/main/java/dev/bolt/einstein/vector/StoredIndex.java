package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the order they came, and a {@link Shortlist} beside them once there are enough. What it is made of is learnt
 * anew whenever the number of rows is four times what it was, or another kind is due, or too much of it was removed, by
 * the thread that adds; searches go on meanwhile, other additions wait (some 10 µs a vector, half a millisecond for an
 * HNSW). When the budget ends, the rows become int8; when it ends again, a vector is refused.
 */
final class StoredIndex implements VectorIndex {
    private static final int GROWN = 4;

    private final int dimension;
    private final VectorProperties properties;
    private final Shortlists shortlists;
    /** Held by whoever writes, also while it only prepares. */
    private final ReentrantLock writer = new ReentrantLock();

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Ids ids;
    private final BatchSearch batches;
    private final Rows rows;
    private @Nullable Shortlist codes;
    private VectorKind learnt = VectorKind.FLAT;
    private int learntAt;
    private boolean saved;
    /** Rows that were taken away so far: after that an ordinal is another's. */
    private long removed;

    /** Empty, for vectors of this length. */
    StoredIndex(Shortlists shortlists) {
        this(shortlists, new Ids(), new Rows(shortlists.dimension(), Precision.FLOAT32, shortlists.budget()));
    }

    /** What was saved, with its rows. */
    StoredIndex(Saved.Content content, Rows rows) {
        this(content.shortlists(), content.ids(), rows);
        this.codes = content.shortlist();
        learntAs(content.shortlist().type(), content.learntAt());
    }

    private StoredIndex(Shortlists shortlists, Ids ids, Rows rows) {
        this.dimension = shortlists.dimension();
        this.properties = shortlists.properties();
        this.shortlists = shortlists;
        this.rows = rows;
        this.ids = ids;
        this.batches = new BatchSearch(this, rows, ids);
    }

    @Override
    public void load(Saved from, Source source) {
        source.each(this::add);
    }

    @Override
    public void save(Saved to) throws IOException {
        writer.lock();
        try {
            Shortlist learned = codes;
            if (!saved && learned != null) {
                to.write(new Saved.Content(shortlists, learntAt, ids, learned));
                saved = true;
            }
        } finally {
            writer.unlock();
        }
    }

    @Override
    public boolean add(ChunkId id, float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException("%d dimensions, not %d".formatted(vector.length, dimension));
        }
        writer.lock();
        try {
            return ids.contains(id) || written(() -> append(id, vector)) && learn();
        } finally {
            writer.unlock();
        }
    }

    private boolean append(ChunkId id, float[] vector) {
        if (!fits(() -> rows.add(vector))) {
            return false;
        }
        Shortlist coded = codes;
        if (coded != null && !fits(() -> coded.add(vector))) {
            rows.remove(rows.count() - 1);
            return false;
        }
        ids.add(id);
        return true;
    }

    /** Tries again with smaller rows. */
    private boolean fits(Action action) {
        if (action.done()) {
            return true;
        }
        if (rows.precision() == Precision.INT8 || rows.count() == 0) {
            return false;
        }
        rows.shrink();
        return action.done();
    }

    /** Always true: without a shortlist, for want of memory, every row is compared. */
    private boolean learn() {
        int size = ids.size();
        VectorKind kind = properties.kind().at(size);
        Shortlist known = codes;
        boolean worn = known != null && known.worn();
        if (kind == VectorKind.FLAT || kind == learnt && size < GROWN * learntAt && !worn) {
            return true;
        }
        Shortlist fresh = shortlists.learn(kind, rows);
        return written(() -> {
            if (fresh != null || worn) {
                closeCodes();
                codes = fresh;
            }
            learntAs(kind, size);
            return true;
        });
    }

    private void learntAs(VectorKind kind, int size) {
        learnt = kind;
        learntAt = size;
    }

    @Override
    public void retain(Set<ChunkId> wanted) {
        removeIf(ordinal -> !wanted.contains(ids.get(ordinal)));
    }

    /** Forgets rows, told by their ordinals, last first. */
    void removeIf(IntPredicate unwanted) {
        writer.lock();
        try {
            written(() -> {
                for (int ordinal = ids.size() - 1; ordinal >= 0; ordinal--) {
                    if (unwanted.test(ordinal)) {
                        remove(ordinal);
                    }
                }
                return true;
            });
        } finally {
            writer.unlock();
        }
    }

    @Override
    public void remove(ChunkId id) {
        writer.lock();
        try {
            Integer ordinal = ids.ordinal(id);
            if (ordinal != null) {
                written(() -> {
                    remove(ordinal.intValue());
                    return true;
                });
            }
        } finally {
            writer.unlock();
        }
    }

    private void remove(int ordinal) {
        removed++;
        rows.remove(ordinal);
        ids.remove(ordinal);
        if (codes != null) {
            codes.remove(ordinal);
        }
    }

    @Override
    public List<ChunkId> missing(Collection<ChunkId> wanted) {
        return read(
                () -> wanted.stream().filter(id -> !ids.contains(id)).distinct().toList());
    }

    @Override
    public List<Neighbor> search(float[] question, int topK, Deadline deadline) {
        return read(() -> {
            var found = new TopNeighbors(topK, ids);
            int candidates = properties.candidates(learnt, topK);
            if (codes == null || 4L * candidates > ids.size()) {
                compareAll(question, found, deadline);
            } else {
                deadline.check();
                for (int ordinal : codes.search(question, candidates, deadline)) {
                    found.offer(ordinal, rows.dot(ordinal, question));
                }
            }
            return found.bestFirst();
        });
    }

    @Override
    public List<List<Neighbor>> searchAll(List<VectorQuestion> questions, Products products, Deadline deadline) {
        return batches.search(questions, products, deadline);
    }

    /** To be called inside {@link #read}. */
    BatchSearch.Stamp stamp() {
        return new BatchSearch.Stamp(removed, rows.precision());
    }

    private void compareAll(float[] question, TopNeighbors found, Deadline deadline) {
        for (int ordinal = 0; ordinal < rows.count(); ordinal++) {
            if (ordinal % Rows.PAGE == 0) {
                deadline.check();
            }
            found.offer(ordinal, rows.dot(ordinal, question));
        }
    }

    @Override
    public int size() {
        return read(ids::size);
    }

    @Override
    public long bytes() {
        return read(() -> rows.bytes() + (codes == null ? 0 : codes.bytes()));
    }

    @Override
    public String kind() {
        return read(() -> {
            String precision = rows.precision().name();
            return codes == null ? "FLAT, " + precision : codes.kind() + ", refined by " + precision;
        });
    }

    @Override
    public void close() {
        batches.close();
        writer.lock();
        try {
            written(() -> {
                closeCodes();
                rows.close();
                ids.clear();
                return true;
            });
        } finally {
            writer.unlock();
        }
    }

    private void closeCodes() {
        if (codes != null) {
            codes.close();
            codes = null;
        }
    }

    private boolean written(Action action) {
        lock.writeLock().lock();
        try {
            saved = false;
            return action.done();
        } finally {
            lock.writeLock().unlock();
        }
    }

    <T> T read(Supplier<T> action) {
        lock.readLock().lock();
        try {
            return action.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @FunctionalInterface
    private interface Action {
        boolean done();
    }
}
