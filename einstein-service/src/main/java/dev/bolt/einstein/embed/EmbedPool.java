package dev.bolt.einstein.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the model for questions on a few platform threads of its own: two native calls that block would hold every
 * carrier of the virtual threads on a small machine. Vectors of questions are kept. Waiting is the caller's, under the
 * caller's deadline.
 */
public final class EmbedPool implements AutoCloseable {
    private final ExecutorService threads;
    private final Cache<String, float[]> questions;

    /** With as many threads as the settings say for so many processors. */
    public EmbedPool(EmbedProperties properties, int processors) {
        this.threads = Executors.newFixedThreadPool(
                properties.threadsFor(processors),
                Thread.ofPlatform().daemon().name("embed-", 0).factory());
        this.questions =
                Caffeine.newBuilder().maximumSize(properties.cacheSize()).build();
    }

    /** The vector of a question, at once if it was asked before. */
    public Future<float[]> question(Embedder embedder, String text) {
        float[] known = questions.getIfPresent(text);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        return threads.submit(() -> {
            float[] vector = embedder.question(text);
            questions.put(text, vector);
            return vector;
        });
    }

    /** Does the work when a thread is free. */
    public <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
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
