package dev.bolt.einstein.ingest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads of ingestion, all of them platform threads: builds one after another, files read side by side, vectors
 * filled at the lowest priority, questions' vectors saved.
 *
 * @param builds one
 * @param readers as many as files are read at once
 * @param fill one, of the lowest priority, that sees to the vectors
 * @param embed as many as texts are embedded at once in the background, of the lowest priority
 * @param saves one
 */
record Crew(
        ExecutorService builds,
        ExecutorService readers,
        ScheduledExecutorService fill,
        ExecutorService embed,
        ExecutorService saves)
        implements AutoCloseable {
    static Crew of(int readers, int embedders) {
        return new Crew(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("build").factory()),
                Executors.newFixedThreadPool(
                        readers, Thread.ofPlatform().daemon().name("read-", 0).factory()),
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                        .daemon()
                        .name("fill")
                        .priority(Thread.MIN_PRIORITY)
                        .factory()),
                Executors.newFixedThreadPool(
                        embedders,
                        Thread.ofPlatform()
                                .daemon()
                                .name("embed-background-", 0)
                                .priority(Thread.MIN_PRIORITY)
                                .factory()),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("save").factory()));
    }

    /** Stops them, last those that others wait for; waits some seconds for what cannot be interrupted. */
    @Override
    public void close() {
        builds.shutdownNow();
        fill.shutdownNow();
        saves.shutdown();
        try {
            for (ExecutorService one : new ExecutorService[] {builds, fill, saves}) {
                one.awaitTermination(5, TimeUnit.SECONDS);
            }
            readers.shutdownNow();
            embed.shutdownNow();
            for (ExecutorService one : new ExecutorService[] {readers, embed}) {
                one.awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
