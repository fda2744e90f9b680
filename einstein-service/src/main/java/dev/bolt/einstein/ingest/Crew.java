package dev.bolt.einstein.ingest;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of ingestion, all of them platform threads: builds one after another, files read side by side, vectors
 * filled in the machine's spare time, questions' vectors saved.
 *
 * @param builds one
 * @param readers as many as files are read at once
 * @param fill one that sees to the vectors; it writes to the database, for which questions may wait
 * @param embed as many as texts are embedded at once in the background, in {@link SpareTime}
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
        var fill = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("fill").factory());
        fill.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Crew(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("build").factory()),
                Executors.newFixedThreadPool(
                        readers, Thread.ofPlatform().daemon().name("read-", 0).factory()),
                fill,
                Executors.newFixedThreadPool(embedders, SpareTime.threads("embed-background-")),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("save").factory()));
    }

    /**
     * Stops them, last those that others wait for. What fills vectors has some seconds to write down those it has made;
     * then, as all others at once, it is interrupted, and some seconds more are spent on what cannot be.
     */
    @Override
    public void close() {
        builds.shutdownNow();
        fill.shutdown();
        saves.shutdown();
        try {
            fill.awaitTermination(3, TimeUnit.SECONDS);
            fill.shutdownNow();
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
