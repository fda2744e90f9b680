package dev.bolt.einstein.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work on another thread as if it were done here. */
final class Waiting {
    private Waiting() {}

    static void forResult(Future<?> work) throws IOException {
        try {
            work.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped");
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException io -> throw io;
                case RuntimeException runtime -> throw runtime;
                case null, default -> throw new IOException(failure.getCause());
            }
        }
    }
}
