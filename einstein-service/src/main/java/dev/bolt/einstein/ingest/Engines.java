package dev.bolt.einstein.ingest;

import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.store.VectorStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The two parts that need native libraries. They load side by side after the service is up; without either, words are
 * searched as ever.
 */
public final class Engines implements AutoCloseable {
    private final Late<? extends Embedder> embedder;
    private final Late<VectorStore> store;
    private final ExecutorService loaders;

    /** Not yet loading. */
    public Engines(Late<? extends Embedder> embedder, Late<VectorStore> store) {
        this.embedder = embedder;
        this.store = store;
        this.loaders = Executors.newFixedThreadPool(
                2, Thread.ofPlatform().daemon().name("load-", 0).factory());
    }

    /** Begins to load and returns. */
    public void start() {
        embedder.start(loaders);
        store.start(loaders);
        loaders.shutdown();
    }

    /** The embedding model. */
    public Late<? extends Embedder> embedder() {
        return embedder;
    }

    /** The database. */
    public Late<VectorStore> store() {
        return store;
    }

    /** Closes what was loaded; nothing may use it any more. */
    @Override
    public void close() throws Exception {
        store.now().ifPresent(VectorStore::close);
        if (embedder.now().orElse(null) instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
