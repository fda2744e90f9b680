package dev.bolt.einstein.ingest;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that takes long to load and may fail to: the service starts without it and works without it. Safe for all
 * threads.
 */
public final class Late<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Late.class);

    private final CompletableFuture<T> loaded = new CompletableFuture<>();
    private final Supplier<T> loader;

    /** Not begun. */
    public Late(Supplier<T> loader) {
        this.loader = loader;
    }

    void start(Executor executor) {
        executor.execute(this::load);
    }

    private void load() {
        try {
            loaded.complete(loader.get());
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("Working without it: {}", failure.getMessage(), failure);
            loaded.completeExceptionally(failure);
        }
    }

    /** What was loaded; empty while it loads and if it failed. */
    public Optional<T> now() {
        return loaded.isDone() && !loaded.isCompletedExceptionally() ? Optional.of(loaded.join()) : Optional.empty();
    }

    /** Waits until it is loaded or failed; empty if it failed. */
    Optional<T> await() {
        return loaded.handle((value, failure) -> Optional.ofNullable(value)).join();
    }

    /** {@code loading}, why it failed, or what the function says of it. */
    public String word(Function<T, String> ready) {
        if (!loaded.isDone()) {
            return "loading";
        }
        return loaded.isCompletedExceptionally()
                ? "failed: " + loaded.exceptionNow().getMessage()
                : ready.apply(loaded.join());
    }
}
