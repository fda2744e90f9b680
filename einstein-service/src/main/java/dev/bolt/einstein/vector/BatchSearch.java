package dev.bolt.einstein.vector;

import dev.bolt.platform.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers many questions of one index: by a {@link Product} of its rows if that pays, else one after another. A product
 * finds ordinals; what is found is compared with the question here, as in a scan, so the scores are a scan's. Rows that
 * came after it was made are compared one by one, until they are an eighth of all; when one is removed, or the rows
 * become int8, it is made anew. One batch at a time uses it; who comes meanwhile scans. Safe for all threads.
 */
final class BatchSearch {
    private static final Logger LOG = LoggerFactory.getLogger(BatchSearch.class);
    /** Rows that came later, as a part of those in the product, at most. */
    private static final int TAIL = 8;

    private final StoredIndex index;
    private final Rows rows;
    private final Ids ids;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Made made;

    /** Ordinals below a size that was seen mean the same rows as long as this is the same. */
    record Stamp(long removed, Precision precision) {}

    /** @param stamp of the rows that it was made of */
    private record Made(Product product, Stamp stamp) {}

    /** @param index whose rows and ids these are, and who says when they may be read */
    BatchSearch(StoredIndex index, Rows rows, Ids ids) {
        this.index = index;
        this.rows = rows;
        this.ids = ids;
    }

    List<List<Neighbor>> search(List<VectorQuestion> questions, Products products, Deadline deadline) {
        if (questions.size() > 1
                && index.size() > 0
                && products.pays(questions.size(), index.size(), () -> scanNanos(questions.getFirst(), deadline))
                && turn.tryLock()) {
            try {
                List<List<Neighbor>> found = multiplied(questions, products, deadline);
                if (found != null) {
                    return found;
                }
            } catch (ProductException failure) {
                LOG.warn("Questions are answered one after another: {}", failure.reason());
                closeMade();
            } finally {
                turn.unlock();
            }
        }
        var found = new ArrayList<List<Neighbor>>();
        for (VectorQuestion question : questions) {
            found.add(index.search(question.vector(), question.topK(), deadline));
        }
        return found;
    }

    private long scanNanos(VectorQuestion question, Deadline deadline) {
        long began = System.nanoTime();
        index.search(question.vector(), question.topK(), deadline);
        return System.nanoTime() - began;
    }

    /** Null if there is no product, or the rows changed while it was asked. */
    private @Nullable List<List<Neighbor>> multiplied(
            List<VectorQuestion> questions, Products products, Deadline deadline) {
        Made current = current(products);
        if (current == null) {
            return null;
        }
        float[][] vectors = questions.stream().map(VectorQuestion::vector).toArray(float[][]::new);
        int wanted = questions.stream().mapToInt(VectorQuestion::topK).max().orElse(0);
        int[][] near = current.product().nearest(vectors, wanted, deadline);
        return index.read(() -> index.stamp().equals(current.stamp())
                ? compared(questions, near, current.product().rows(), deadline)
                : null);
    }

    /** The best of what is near each question, and of the rows from an ordinal on. */
    private List<List<Neighbor>> compared(List<VectorQuestion> questions, int[][] near, int from, Deadline deadline) {
        var all = new ArrayList<List<Neighbor>>();
        for (int q = 0; q < near.length; q++) {
            deadline.check();
            float[] question = questions.get(q).vector();
            var found = new TopNeighbors(questions.get(q).topK(), ids);
            for (int ordinal : near[q]) {
                found.offer(ordinal, rows.dot(ordinal, question));
            }
            for (int ordinal = from; ordinal < rows.count(); ordinal++) {
                found.offer(ordinal, rows.dot(ordinal, question));
            }
            all.add(found.bestFirst());
        }
        return all;
    }

    private @Nullable Made current(Products products) {
        Made known = made;
        if (known != null
                && known.stamp().equals(index.read(index::stamp))
                && index.size() - known.product().rows() <= known.product().rows() / TAIL) {
            return known;
        }
        closeMade();
        Stamp stamp = index.read(index::stamp);
        int count = index.size();
        made = products.of(count, rows.dimension(), this::row)
                .map(product -> new Made(product, stamp))
                .orElse(null);
        return made;
    }

    /** Row by row, so that nobody waits for all; if one was taken away meanwhile, the stamp will tell. */
    private float[] row(int ordinal) {
        return index.read(() -> ordinal < rows.count() ? rows.get(ordinal) : new float[rows.dimension()]);
    }

    /** Forgets it first, so that what cannot be closed is neither used nor closed again. */
    private void closeMade() {
        Made old = made;
        made = null;
        if (old != null) {
            try {
                old.product().close();
            } catch (ProductException failure) {
                LOG.warn("The memory of a product may be lost: {}", failure.reason());
            }
        }
    }

    /** Waits until nobody uses the product. */
    void close() {
        turn.lock();
        try {
            closeMade();
        } finally {
            turn.unlock();
        }
    }
}
