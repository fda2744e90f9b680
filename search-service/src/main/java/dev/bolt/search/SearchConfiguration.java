package dev.bolt.search;

import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.vitals.StatusDetail;
import dev.bolt.search.index.IndexBuild;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.ingest.IndexProperties;
import dev.bolt.search.ingest.WorkspaceCatalog;
import dev.bolt.search.lease.AnswerMemory;
import dev.bolt.search.lease.AnswerProperties;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.query.FileSearch;
import dev.bolt.search.query.PathSearch;
import dev.bolt.search.query.Searcher;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.ripgrep.Ripgrep;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import dev.bolt.search.scan.Scan;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SearchConfiguration.class);

    /** One workspace at a time; each takes all cores. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService jobs() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("index").daemon().factory());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService packers(IndexProperties properties) {
        return Executors.newFixedThreadPool(
                properties.threads(),
                Thread.ofPlatform().name("pack-", 0).daemon().factory());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService helpers(IndexProperties properties) {
        return Executors.newFixedThreadPool(
                properties.threads(),
                Thread.ofPlatform().name("match-", 0).daemon().factory());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService searches(RipgrepProperties properties) {
        return Executors.newFixedThreadPool(
                properties.processes(),
                Thread.ofPlatform().name("search-", 0).daemon().factory());
    }

    @Bean
    WorkspaceCatalog workspaceCatalog(
            BoltHome home, ExecutorService jobs, ExecutorService packers, IndexProperties properties, IndexRoom room) {
        Optional<IndexBuild> builds = properties.enabled()
                ? Optional.of(new IndexBuild(packers, properties.threads(), InstantSource.system()))
                : Optional.empty();
        return new WorkspaceCatalog(home.data("search"), InstantSource.system(), jobs, builds, room);
    }

    @Bean
    IndexRoom indexRoom(IndexProperties properties) {
        return new IndexRoom(properties.cacheBytes(), properties.memoryMap());
    }

    @Bean
    MappedLooks mappedLooks() {
        return new MappedLooks(false);
    }

    @Bean
    FileTypes fileTypes(Engines engines) {
        return engines.ripgrep()
                .map(ripgrep -> FileTypes.listed(ripgrep.binary().types()))
                .orElse(FileTypes.COMMON);
    }

    @Bean
    IndexSearch indexSearch(ExecutorService helpers, IndexProperties properties, FileTypes types, MappedLooks looks) {
        return new IndexSearch(helpers, properties.threads(), properties.batchSize(), types, looks);
    }

    @Bean
    Scan scan(FileTypes types) {
        return new Scan(types);
    }

    @Bean
    AnswerMemory answerMemory(AnswerProperties properties) {
        return new AnswerMemory(properties);
    }

    @Bean
    Searcher searcher(
            WorkspaceCatalog catalog,
            IndexSearch index,
            Engines engines,
            Scan scan,
            RankProperties ranks,
            ExecutorService searches) {
        return new Searcher(catalog, index, engines.ripgrep(), scan, InstantSource.system(), ranks, searches);
    }

    @Bean
    PathSearch pathSearch(Searcher searcher, IndexSearch index, Scan scan) {
        return new PathSearch(searcher, index, scan, InstantSource.system());
    }

    /** Beside the first searches, which do without vectors: until the compiler knows them they are slow. */
    @Bean
    ApplicationRunner vectorTrial(MappedLooks looks) {
        return arguments -> Thread.ofPlatform().name("vector-trial").daemon().start(() -> {
            try {
                log.info(
                        "Searches use {}",
                        looks.trial(() -> LockSupport.parkNanos(250_000_000L)) ? "vectors" : "words");
            } catch (IOException e) {
                log.warn("Vectors were not tried: {}", e.toString());
            }
        });
    }

    @Bean
    FileSearch fileSearch(Searcher searcher) {
        return new FileSearch(searcher);
    }

    /** @throws InvalidConfigurationPropertyValueException if a binary is asked for that cannot be used */
    @Bean
    Engines engines(RipgrepProperties properties) {
        Optional<RipgrepBinary> found = RipgrepBinary.find(properties);
        if (properties.named() && found.isEmpty()) {
            throw new InvalidConfigurationPropertyValueException(
                    "bolt.search.ripgrep.path",
                    properties.path(),
                    "It is no ripgrep 14 or newer that runs. Name one, or 'none' to do without; without this setting "
                            + "the first on the PATH is taken");
        }
        return new Engines(found.map(binary -> new Ripgrep(binary, properties)));
    }

    @Bean
    StatusDetail engineDetail(Engines engines, WorkspaceCatalog catalog, MappedLooks looks, IndexRoom room) {
        return () -> Map.of(
                "indexes",
                String.valueOf(catalog.indexed()),
                "room",
                "%,d of %,d MB".formatted(room.used() >> 20, room.bytes() >> 20),
                "vectors",
                String.valueOf(looks.used()),
                "engine",
                engines.ripgrep()
                        .map(ripgrep -> "ripgrep " + ripgrep.binary().version())
                        .orElse("scan (no ripgrep 14 or newer on the PATH)"));
    }

    /** What searches. */
    record Engines(Optional<Ripgrep> ripgrep) {}
}
