package dev.bolt.einstein.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Work of many equal pieces on several threads. */
final class SideBySide {
    private SideBySide() {}

    /** One piece. */
    @FunctionalInterface
    interface Piece {
        /** Does the next one; false if there is none left. */
        boolean next() throws IOException;
    }

    /**
     * Does all pieces. When it returns or throws, no thread is at work any more: a failure or an interrupt stops the
     * others after the piece that they are at.
     *
     * @throws IOException the first failure that is one, or that this thread was interrupted
     */
    static void run(ExecutorService threads, int parallelism, Piece piece) throws IOException {
        var stop = new AtomicBoolean();
        List<Future<?>> workers = IntStream.range(0, parallelism)
                .<Future<?>>mapToObj(worker -> threads.submit(() -> {
                    try {
                        boolean more = true;
                        while (more && !stop.get()) {
                            more = piece.next();
                        }
                    } catch (IOException | RuntimeException | Error failure) {
                        stop.set(true);
                        throw failure;
                    }
                    return null;
                }))
                .toList();
        end(workers, stop);
    }

    private static void end(List<Future<?>> workers, AtomicBoolean stop) throws IOException {
        boolean interrupted = false;
        Throwable failure = null;
        for (Future<?> worker : workers) {
            while (!worker.isDone()) {
                try {
                    worker.get();
                } catch (InterruptedException stopped) {
                    interrupted = true;
                    stop.set(true);
                } catch (ExecutionException failed) {
                    break;
                }
            }
            if (failure == null && worker.state() == Future.State.FAILED) {
                failure = worker.exceptionNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped");
        }
        switch (failure) {
            case null -> {}
            case IOException io -> throw io;
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            default -> throw new IOException(failure);
        }
    }
}
