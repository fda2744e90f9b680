package dev.bolt.einstein;

import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.embed.EmbedPool;
import dev.bolt.einstein.embed.EmbedProperties;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.embed.OnnxEmbedder;
import dev.bolt.einstein.ingest.Activity;
import dev.bolt.einstein.ingest.Engines;
import dev.bolt.einstein.ingest.IngestProperties;
import dev.bolt.einstein.ingest.Late;
import dev.bolt.einstein.ingest.Workspaces;
import dev.bolt.einstein.lexical.LexicalProperties;
import dev.bolt.einstein.pause.PauseProperties;
import dev.bolt.einstein.pause.Pauses;
import dev.bolt.einstein.product.OnnxProducts;
import dev.bolt.einstein.product.ProductProperties;
import dev.bolt.einstein.query.QueryProperties;
import dev.bolt.einstein.query.SimilaritySearcher;
import dev.bolt.einstein.store.StoreProperties;
import dev.bolt.einstein.store.VectorStore;
import dev.bolt.einstein.vector.VectorIndexes;
import dev.bolt.einstein.vector.VectorProperties;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.vitals.StatusDetail;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.lucene.util.Version;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the rooms together. What needs a native library begins to load when the port is open. */
@Configuration(proxyBeanMethods = false)
class EinsteinConfiguration {
    private static final String NAME = "einstein";

    @Bean
    Activity activity() {
        return new Activity();
    }

    @Bean
    Pauses pauses(PauseProperties properties) {
        return Pauses.of(properties, System.getProperty("os.name"));
    }

    @Bean
    VectorIndexes vectorIndexes(VectorProperties properties) {
        return VectorIndexes.of(properties);
    }

    @Bean
    EmbedPool embedPool(EmbedProperties properties) {
        return new EmbedPool(properties, Runtime.getRuntime().availableProcessors());
    }

    @Bean
    Engines engines(BoltHome home, EmbedProperties embed, StoreProperties store) {
        return new Engines(
                new Late<>(() -> OnnxEmbedder.load(embed, home.data(NAME).resolve("natives"))),
                new Late<>(() -> VectorStore.open(home.data(NAME).resolve("einstein.duckdb"), store)));
    }

    @Bean
    Workspaces workspaces(BoltHome home, Workspaces.Parts parts, IngestProperties ingest, LexicalProperties lexical) {
        Path data = home.data(NAME);
        return Workspaces.over(data, parts, ingest, lexical);
    }

    @Bean
    Workspaces.Parts ingestParts(
            ChunkProperties chunk, Engines engines, VectorIndexes vectors, Activity activity, Pauses pauses) {
        return new Workspaces.Parts(new Chunker(chunk), engines, vectors, activity, pauses, Clock.systemUTC());
    }

    @Bean
    OnnxProducts products(ProductProperties properties, Engines engines) {
        return new OnnxProducts(properties, () -> engines.embedder().now());
    }

    @Bean
    SimilaritySearcher.Means similarityMeans(EmbedPool pool, OnnxProducts products) {
        return new SimilaritySearcher.Means(pool, products);
    }

    @Bean
    SimilaritySearcher similaritySearcher(
            Workspaces workspaces,
            Engines engines,
            Activity activity,
            SimilaritySearcher.Means means,
            QueryProperties properties) {
        return new SimilaritySearcher(workspaces, engines, activity, means, properties);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> begin(Engines engines, Workspaces workspaces) {
        return ready -> {
            engines.start();
            workspaces.restore();
        };
    }

    @Bean
    StatusDetail einsteinStatus(
            Engines engines,
            VectorIndexes vectors,
            Workspaces workspaces,
            SimilaritySearcher searcher,
            OnnxProducts products) {
        return () -> Map.of(
                "words", "Lucene " + Version.LATEST,
                "model", engines.embedder().word(Embedder::model),
                "accelerator", engines.embedder().word(Embedder::runsOn),
                "product", products.word(),
                "store", engines.store().word(store -> "DuckDB"),
                "vectors", "%d MB".formatted(vectors.budget().usedBytes() >> 20),
                "filling", workspaces.filling(),
                "questions", "%d under way".formatted(searcher.underWay()));
    }
}
