package dev.bolt.einstein.ingest;

import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.embed.EmbedPool;
import dev.bolt.einstein.embed.EmbedProperties;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.lexical.LexicalProperties;
import dev.bolt.einstein.pause.Pauses;
import dev.bolt.einstein.query.QueryProperties;
import dev.bolt.einstein.query.SimilaritySearcher;
import dev.bolt.einstein.store.StoreProperties;
import dev.bolt.einstein.store.VectorStore;
import dev.bolt.einstein.vector.Products;
import dev.bolt.einstein.vector.VectorIndexes;
import dev.bolt.einstein.vector.VectorProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Ingestion over the real index and the real database; only the model is a fake that counts. */
abstract class Ingestion {
    static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    Path data;

    @TempDir
    Path root;

    final AtomicInteger embedded = new AtomicInteger();
    /** Whoever embeds waits until so many do, or as long as its patience lasts. */
    volatile CountDownLatch company = new CountDownLatch(0);

    volatile Duration patience = Duration.ofSeconds(10);

    volatile Duration onDemandBudget = Duration.ofSeconds(10);

    /** What questions that come together are compared by. */
    Products products = Products.NONE;

    /** Why vectors are not made in the background just now. */
    final AtomicReference<String> reason = new AtomicReference<>();

    /** What was embedded, in order. */
    final List<String> texts = Collections.synchronizedList(new ArrayList<>());

    final Set<String> embedders = ConcurrentHashMap.newKeySet();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Counts; the vector depends on the text alone. */
    final class Counting implements Embedder {
        private final String name;
        private final int dimension;

        Counting() {
            this("counting", 384);
        }

        Counting(String name, int dimension) {
            this.name = name;
            this.dimension = dimension;
        }

        @Override
        public float[] embed(String text) {
            embedded.incrementAndGet();
            texts.add(text);
            embedders.add(Thread.currentThread().getName());
            company.countDown();
            try {
                company.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            var vector = new float[dimension];
            vector[Math.floorMod(text.hashCode(), dimension)] = 1;
            return vector;
        }

        @Override
        public int dimension() {
            return dimension;
        }

        @Override
        public String model() {
            return name;
        }
    }

    /** One process: what it opens it closes. */
    record House(Workspaces workspaces, SimilaritySearcher searcher, Engines engines) {}

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        open.clear();
    }

    void build(House house, double share) throws IOException {
        house.workspaces().build(SHOP, root.toString());
        until(house, status -> status.state() == IndexState.READY && status.share() >= share);
        house.workspaces().get(SHOP).lexical().refresh();
    }

    static IndexStatus until(House house, Predicate<IndexStatus> reached) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> house.workspaces().status(SHOP), reached);
    }

    static IngestProperties settings(boolean background) {
        return new IngestProperties(background, 2, 1, 2, DataSize.ofMegabytes(2), DataSize.ofBytes(0));
    }

    static StoreProperties store() {
        return new StoreProperties(DataSize.ofMegabytes(128), 1, DataSize.ofMegabytes(100), Duration.ofMinutes(5));
    }

    House start(IngestProperties ingest) {
        return start(ingest, new Counting());
    }

    House start(IngestProperties ingest, Embedder embedder) {
        return start(
                ingest,
                new Late<>(() -> embedder),
                new Late<>(() -> VectorStore.open(data.resolve("einstein.duckdb"), store())));
    }

    House start(IngestProperties ingest, Late<? extends Embedder> embedder, Late<VectorStore> store) {
        var engines = new Engines(embedder, store);
        open.add(engines);
        engines.start();
        var activity = new Activity();
        var parts = new Workspaces.Parts(
                new Chunker(new ChunkProperties(40, 10, 80)),
                engines,
                VectorIndexes.of(VectorProperties.defaults()),
                activity,
                Pauses.when(() -> Optional.ofNullable(reason.get()), Duration.ofMillis(10)),
                Clock.systemUTC());
        var workspaces = Workspaces.over(data, parts, ingest, new LexicalProperties(DataSize.ofMegabytes(4), 100));
        open.add(workspaces);
        var pool = new EmbedPool(new EmbedProperties("", Accelerator.CPU, 1, 256, 100), 2);
        open.add(pool);
        var searcher = new SimilaritySearcher(
                workspaces,
                engines,
                activity,
                new SimilaritySearcher.Means(pool, products),
                new QueryProperties(onDemandBudget, 100, 0.3, 4));
        return new House(workspaces, searcher, engines);
    }

    void bananas(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Files.writeString(root.resolve("f%d.py".formatted(i)), "def banana(): pass # %d".formatted(i));
        }
    }

    List<String> files(House house, String word) {
        var query = new SimilarityQuery(SHOP, word, SimilarityMode.LEXICAL, 5);
        return house.searcher().similar(query).files().stream()
                .map(SimilarFile::path)
                .toList();
    }
}
