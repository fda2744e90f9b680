package dev.bolt.einstein.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.einstein.chunk.ChunkId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.domain.Limit;
import org.springframework.data.jdbc.core.dialect.DialectResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

class VectorStoreTest {
    private static final StoreProperties SETTINGS =
            new StoreProperties(DataSize.ofMegabytes(128), 1, DataSize.ofMegabytes(100), Duration.ofMinutes(5));
    private static final String MODEL = "model";

    private final Random random = new Random(7);

    @TempDir
    Path folder;

    @Test
    void keepsChunksAndVectorsOverAReopening() {
        ChunkRow first = row("shop", "a.py", 0, "first");
        ChunkRow second = row("shop", "a.py", 1, "second");
        float[] vector = {0.6f, -0.8f};
        try (var store = open()) {
            store.replace("shop", List.of(), List.of(file("shop", "a.py")), List.of(first, second));
            store.save(MODEL, Map.of(id("first"), vector));
        }
        try (var store = open()) {
            assertThat(store.files("shop")).containsOnlyKeys("a.py");
            assertThat(store.chunks("shop", "a.py")).containsExactly(first, second);
            assertThat(store.count("shop")).isEqualTo(2);
            assertThat(store.countEmbedded("shop", MODEL)).isEqualTo(1);
            assertThat(store.pending("shop", MODEL, 10)).containsExactly(id("second"));
            assertThat(loaded(store, "shop")).containsOnlyKeys(id("first"));
            assertThat(loaded(store, "shop").get(id("first"))).isEqualTo(vector);
        }
    }

    @Test
    void forgetsAndReplacesFilesInOneStep() {
        try (var store = open()) {
            store.replace("shop", List.of(), List.of(file("shop", "a.py")), List.of(row("shop", "a.py", 0, "old")));
            store.replace(
                    "shop", Set.of("a.py"), List.of(file("shop", "b.py")), List.of(row("shop", "b.py", 0, "new")));
            assertThat(store.files("shop")).containsOnlyKeys("b.py");
            assertThat(store.ids("shop")).containsExactly(id("new"));
        }
    }

    @Test
    void sharesVectorsBetweenWorkspacesUntilTheLastIsDropped() {
        try (var store = open()) {
            store.replace("one", List.of(), List.of(file("one", "a.py")), List.of(row("one", "a.py", 0, "same")));
            store.replace("two", List.of(), List.of(file("two", "a.py")), List.of(row("two", "a.py", 0, "same")));
            store.save(MODEL, Map.of(id("same"), new float[] {1}));
            store.save(MODEL, Map.of(id("same"), new float[] {1}));
            assertThat(store.pending("two", MODEL, 10)).isEmpty();
            store.drop("one");
            assertThat(loaded(store, "two")).hasSize(1);
            store.drop("two");
            store.replace("two", List.of(), List.of(file("two", "a.py")), List.of(row("two", "a.py", 0, "same")));
            assertThat(loaded(store, "two")).isEmpty();
        }
    }

    @Test
    void namesTheLikeliestChunksFirstAndEachOnce() {
        try (var store = open()) {
            store.replace(
                    "shop",
                    List.of(),
                    List.of(file("shop", "a.py")),
                    List.of(
                            new ChunkRow(id("test").value(), "shop", "a", 0, null, "window", 1, 1, 1, 0),
                            row("shop", "b", 0, "source"),
                            row("shop", "c", 0, "source")));
            assertThat(store.pending("shop", MODEL, 10)).containsExactly(id("source"), id("test"));
            assertThat(store.pending("shop", MODEL, 1)).containsExactly(id("source"));
        }
    }

    @Test
    void namesWhatChangedLastFirstAmongEquals() {
        try (var store = open()) {
            store.replace(
                    "shop",
                    List.of(),
                    List.of(
                            new SourceFileRow("a.py", "shop", 10, 1, 1),
                            new SourceFileRow("b.py", "shop", 10, 3, 3),
                            new SourceFileRow("c.py", "shop", 10, 2, 2),
                            new SourceFileRow("test_d.py", "shop", 10, 4, 4)),
                    List.of(
                            row("shop", "a.py", 0, "old"),
                            row("shop", "b.py", 0, "newest"),
                            row("shop", "c.py", 0, "newer"),
                            row("shop", "c.py", 1, "also old"),
                            row("shop", "a.py", 1, "also old"),
                            new ChunkRow(id("test").value(), "shop", "test_d.py", 0, null, "window", 1, 1, 1, 0)));
            assertThat(store.pending("shop", MODEL, 10))
                    .containsExactly(id("newest"), id("also old"), id("newer"), id("old"), id("test"));
        }
    }

    @Test
    void namesWhatMostFilesSpeakOfFirstAmongThoseOfOneDay() {
        long day = Duration.ofDays(1).toMillis() * 1000;
        try (var store = open()) {
            store.replace(
                    "shop",
                    List.of(),
                    List.of(
                            new SourceFileRow("a.py", "shop", 10, day + 2, day + 2),
                            new SourceFileRow("b.py", "shop", 10, day + 1, day + 1),
                            new SourceFileRow("c.py", "shop", 10, 1, 1)),
                    List.of(
                            mentioned("a.py", 0, "seldom", 1),
                            mentioned("a.py", 1, "never", 0),
                            mentioned("b.py", 0, "often", 30),
                            mentioned("c.py", 0, "old", 90)));
            assertThat(store.pending("shop", MODEL, 10))
                    .containsExactly(id("often"), id("seldom"), id("never"), id("old"));
        }
    }

    @Test
    void losesAHalfWrittenTransactionAsAWholeAndNothingElse() {
        Path crashed = folder.resolve("crashed.duckdb");
        Path file = folder.resolve("einstein.duckdb");
        var database = DuckDb.open(file, SETTINGS);
        Schema.create(new JdbcTemplate(database), file);
        new Writer(database).write(connection -> Appending.chunks(connection, List.of(row("shop", "a", 0, "kept"))));
        assertThatThrownBy(() -> new Writer(database).write(connection -> {
                    Appending.chunks(connection, List.of(row("shop", "b", 0, "lost")));
                    // A crash is what lies on disk now, the log beside the file included.
                    copy(file, crashed);
                    copy(folder.resolve("einstein.duckdb.wal"), folder.resolve("crashed.duckdb.wal"));
                    throw new SQLException("it breaks in the middle");
                }))
                .isInstanceOf(StoreException.class);
        assertThat(Repositories.over(database).chunks().findIds("shop"))
                .containsExactly(id("kept").value());
        database.close();
        try (var store = VectorStore.open(crashed, SETTINGS)) {
            assertThat(store.ids("shop")).containsExactly(id("kept"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void loadsVectorsRowByRow() {
        var small = new StoreProperties(DataSize.ofMegabytes(128), 1, DataSize.ofMegabytes(1), Duration.ofMinutes(5));
        int dimension = 2048;
        int batch = 500;
        int batches = (int) (2 * small.memoryLimit().toBytes() / Float.BYTES / dimension / batch);
        try (var store = VectorStore.open(folder.resolve("einstein.duckdb"), small)) {
            for (int i = 0; i < batches; i++) {
                var rows = new ArrayList<ChunkRow>();
                var vectors = new HashMap<ChunkId, float[]>();
                for (int j = 0; j < batch; j++) {
                    ChunkRow row = row("shop", i + ".py", j, i + " " + j);
                    rows.add(row);
                    vectors.put(new ChunkId(row.chunkId()), random(dimension));
                }
                store.replace("shop", List.of(), List.of(), rows);
                store.save(MODEL, vectors);
            }
            var seen = new AtomicInteger();
            var atFirst = new AtomicLong();
            long before = anonymousBytes();
            store.load("shop", MODEL, (id, vector) -> {
                if (seen.getAndIncrement() == 0) {
                    atFirst.set(anonymousBytes());
                }
            });
            assertThat(seen).hasValue(batches * batch);
            assertThat(atFirst.get() - before)
                    .as("not all of the result was in memory before its first row")
                    .isLessThan(small.memoryLimit().toBytes());
        }
    }

    private static long anonymousBytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            String line =
                    lines.filter(one -> one.startsWith("RssAnon:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private float[] random(int dimension) {
        var vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = random.nextFloat();
        }
        return vector;
    }

    @Test
    void boundsWhatDuckDbTakes() {
        try (var database = DuckDb.open(folder.resolve("b.duckdb"), SETTINGS)) {
            var template = new JdbcTemplate(database);
            assertThat(setting(template, "memory_limit")).isEqualTo("128.0 MiB");
            assertThat(setting(template, "threads")).isEqualTo("1");
            assertThat(setting(template, "max_temp_directory_size")).isEqualTo("100.0 MiB");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreProperties(
                        DataSize.ofMegabytes(1), 1, DataSize.ofMegabytes(1), Duration.ofMinutes(1)));
    }

    @Test
    void speaksTheDialectThatSpringDataFinds() {
        try (var database = DuckDb.open(folder.resolve("d.duckdb"), SETTINGS)) {
            var template = new JdbcTemplate(database);
            assertThat(DialectResolver.getDialect(template)).isInstanceOf(DuckDbDialect.class);
            Schema.create(template, folder);
            new Writer(database)
                    .write(connection ->
                            Appending.chunks(connection, List.of(row("shop", "b", 0, "2"), row("shop", "a", 0, "1"))));
            var chunks = Repositories.over(database).chunks();
            assertThat(chunks.findByWorkspaceOrderByPathAscOrdinalAsc("shop", Limit.of(1)))
                    .containsExactly(row("shop", "a", 0, "1"));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String setting(JdbcTemplate template, String name) {
        return template.queryForObject("select current_setting('" + name + "')", String.class);
    }

    private VectorStore open() {
        return VectorStore.open(folder.resolve("einstein.duckdb"), SETTINGS);
    }

    private static Map<ChunkId, float[]> loaded(VectorStore store, String workspace) {
        var vectors = new HashMap<ChunkId, float[]>();
        store.load(workspace, MODEL, vectors::put);
        return vectors;
    }

    private static ChunkId id(String text) {
        return ChunkId.of(text);
    }

    private static ChunkRow row(String workspace, String path, int ordinal, String text) {
        return new ChunkRow(id(text).value(), workspace, path, ordinal, "f", "function", 1, 2, 0, 0);
    }

    private static ChunkRow mentioned(String path, int ordinal, String text, int mentions) {
        return new ChunkRow(id(text).value(), "shop", path, ordinal, "f", "function", 1, 2, 0, mentions);
    }

    private static SourceFileRow file(String workspace, String path) {
        return new SourceFileRow(path, workspace, 10, 1_000_000, 1_000_000);
    }
}
