package dev.bolt.einstein.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the model for questions on a few platform threads of its own: two native calls that block would hold every
 * carrier of the virtual threads on a small machine. Vectors of questions are kept. Waiting is the caller's, under the
 * caller's deadline.
 *
 * <p>What waits is taken by its order, and what has the same order as it came: questions before their candidates, and
 * of several questions at once the best candidate of each before the second best of any, so that none takes the time of
 * another.
 */
public final class EmbedPool implements AutoCloseable {
    private static final int QUESTION = -1;

    private final ThreadPoolExecutor threads;
    private final AtomicLong arrivals = new AtomicLong();
    private final Cache<String, float[]> questions;

    /** With as many threads as the settings say for so many processors. */
    public EmbedPool(EmbedProperties properties, int processors) {
        int count = properties.threadsFor(processors);
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("embed-", 0).factory());
        this.questions =
                Caffeine.newBuilder().maximumSize(properties.cacheSize()).build();
    }

    /** Work that waits. */
    private static final class Turn<T> extends FutureTask<T> implements Comparable<Turn<?>> {
        private static final Comparator<Turn<?>> FIRST =
                Comparator.<Turn<?>>comparingInt(turn -> turn.order).thenComparingLong(turn -> turn.arrival);

        private final int order;
        private final long arrival;

        Turn(Callable<T> work, int order, long arrival) {
            super(work);
            this.order = order;
            this.arrival = arrival;
        }

        @Override
        public int compareTo(Turn<?> other) {
            return FIRST.compare(this, other);
        }
    }

    /** The vector of a question, at once if it was asked before. */
    public Future<float[]> question(Embedder embedder, String text) {
        float[] known = questions.getIfPresent(text);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        return submit(QUESTION, () -> {
            float[] vector = embedder.question(text);
            questions.put(text, vector);
            return vector;
        });
    }

    /** The vector of a text that stands for a question; not kept. */
    public Future<float[]> text(Embedder embedder, String text) {
        return submit(QUESTION, () -> embedder.embed(text));
    }

    /**
     * Does the work when a thread is free.
     *
     * @param place among the candidates of its question, from 0
     */
    public <T> Future<T> candidate(int place, Callable<T> work) {
        return submit(place, work);
    }

    private <T> Future<T> submit(int order, Callable<T> work) {
        var turn = new Turn<>(work, order, arrivals.getAndIncrement());
        threads.execute(turn);
        return turn;
    }

    /** Cancels what has not begun; what has is left to end. */
    public void withdraw(Collection<? extends Future<?>> work) {
        for (Future<?> one : work) {
            if (one instanceof Turn<?> turn && threads.remove(turn)) {
                turn.cancel(false);
            }
        }
    }

    /** How many questions are kept. */
    long kept() {
        questions.cleanUp();
        return questions.estimatedSize();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
