package dev.bolt.analysis.ingest;

import dev.bolt.platform.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses files while others are still being found, always the largest of those that wait: so none is left for the end,
 * when the other threads have nothing more to do. One thread adds, and then calls {@link #finish} or {@link #cancel};
 * whatever happens, the threads are free after {@link #close}.
 */
final class Parsing implements AutoCloseable {
    private static final WorkspaceFile END = new WorkspaceFile("", Path.of(""), -1, Instant.EPOCH);
    private static final int USUAL = 64;

    private static final Logger log = LoggerFactory.getLogger(Parsing.class);

    private final PriorityBlockingQueue<WorkspaceFile> waiting = new PriorityBlockingQueue<>(
            USUAL, Comparator.comparingLong(WorkspaceFile::sizeBytes).reversed());
    private final List<Future<?>> running = new ArrayList<>();
    private final Consumer<WorkspaceFile> parser;
    private final BooleanSupplier wanted;

    /**
     * Begins.
     *
     * @param threads of the pool to take, at least one
     * @param parser is called by them, once for each file
     * @param wanted false once nobody wants the rest
     */
    Parsing(ExecutorService pool, int threads, Consumer<WorkspaceFile> parser, BooleanSupplier wanted) {
        this.parser = parser;
        this.wanted = wanted;
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(this::work));
        }
    }

    private Void work() throws InterruptedException {
        for (WorkspaceFile next = waiting.take();
                next.sizeBytes() >= 0 && wanted.getAsBoolean();
                next = waiting.take()) {
            parser.accept(next);
        }
        return null;
    }

    /** How many wait, ends included. */
    int waits() {
        return waiting.size();
    }

    void add(WorkspaceFile file) {
        waiting.add(file);
    }

    /**
     * No more will be added; returns when all are parsed, or nobody wants the rest.
     *
     * @throws ExecutionException if one of the threads failed; the others have parsed what was left
     */
    void finish() throws InterruptedException, ExecutionException {
        running.forEach(_ -> waiting.add(END));
        ExecutionException failure = null;
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Parses none of those that wait; returns when those begun are done, however they went. */
    void cancel() throws InterruptedException {
        waiting.clear();
        try {
            finish();
        } catch (ExecutionException unwanted) {
            log.debug("What was not wanted failed", unwanted);
        }
    }

    /** Those that wait are not parsed; does not wait for those begun. */
    @Override
    public void close() {
        waiting.clear();
        running.forEach(_ -> waiting.add(END));
    }
}
