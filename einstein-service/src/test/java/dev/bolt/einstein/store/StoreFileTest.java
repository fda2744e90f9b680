package dev.bolt.einstein.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.einstein.chunk.ChunkId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** What may have happened to the file: held, written by another version, broken, its writer killed, no room. */
class StoreFileTest {
    private static final StoreProperties SETTINGS =
            new StoreProperties(DataSize.ofMegabytes(128), 1, DataSize.ofMegabytes(100), Duration.ofMinutes(5));
    private static final int HEADER = 4096;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("einstein.duckdb");
    }

    @Test
    void saysThatAnotherProcessHoldsIt() throws Exception {
        try (var store = open()) {
            assertThat(store.ids("shop")).isEmpty();
            Process second = SecondProcess.start(file);
            String said = new String(second.getInputStream().readAllBytes());
            assertThat(said).contains("Another process holds").contains("einstein.duckdb");
            assertThat(second.waitFor()).isEqualTo(3);
        }
    }

    /** The superuser may write everywhere, unless that is taken from it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatItsFolderCannotBeWrittenAndLeavesItAlone() throws Exception {
        open().close();
        byte[] before = Files.readAllBytes(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Process second = SecondProcess.startWithoutPrivileges(file);
            String said = new String(second.getInputStream().readAllBytes());
            assertThat(second.waitFor()).as(said).isEqualTo(3);
            assertThat(said).contains("einstein.duckdb cannot be written: make it and its folder writable");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void saysThatItIsBrokenAndWhatToDo() throws IOException {
        Files.writeString(file, "this is no database");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened; move it away");
    }

    @Test
    void saysThatANewerBoltWroteItAndLeavesItAlone() throws IOException {
        open().close();
        try (var database = DuckDb.open(file, SETTINGS)) {
            new JdbcTemplate(database).update("update schema_version set version = ?", Schema.VERSION + 1);
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("written by a newer Bolt")
                .hasMessageContaining("update Bolt");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void saysThatANewerDuckDbWroteIt() throws IOException {
        open().close();
        newerDuckDb(file);
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("written by a newer DuckDB; update Bolt");
    }

    /** Its main header says a format far ahead, with the sum that DuckDB puts before it. */
    private static void newerDuckDb(Path file) throws IOException {
        try (var database = new RandomAccessFile(file.toFile(), "rw")) {
            var bytes = new byte[HEADER];
            database.readFully(bytes);
            ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(header.getLong(0)).isEqualTo(sum(header));
            header.putLong(12, 100_000).putLong(0, sum(header));
            database.seek(0);
            database.write(bytes);
        }
    }

    private static long sum(ByteBuffer header) {
        long sum = 5381;
        for (int at = Long.BYTES; at < HEADER; at += Long.BYTES) {
            sum ^= header.getLong(at) * 0xbf58476d1ce4e5b9L;
        }
        return sum;
    }

    @Test
    void bringsOneOfAnOlderBoltUpToDateAndKeepsWhatItHas() {
        ChunkId id = ChunkId.of("old");
        try (var database = DuckDb.open(file, SETTINGS)) {
            var template = new JdbcTemplate(database);
            template.execute("""
                    create table chunk (
                        workspace varchar not null, path varchar not null, ordinal integer not null,
                        chunk_id varchar not null, symbol varchar, kind varchar not null,
                        start_line integer not null, end_line integer not null, priority integer not null)""");
            template.update("insert into chunk values ('shop', 'a.py', 0, ?, 'f', 'function', 1, 2, 0)", id.value());
        }
        for (int opened = 0; opened < 2; opened++) {
            try (var store = open()) {
                assertThat(store.chunks("shop", "a.py"))
                        .containsExactly(new ChunkRow(id.value(), "shop", "a.py", 0, "f", "function", 1, 2, 0, 0));
                assertThat(store.pending("shop", SecondProcess.MODEL, 10)).containsExactly(id);
            }
        }
    }

    @Test
    void hasEveryCommittedBatchAfterItsWriterWasKilled() throws Exception {
        Process writer = SecondProcess.start(file, "write");
        int committed = 0;
        try (var said = SecondProcess.said(writer)) {
            while (committed < 6 * SecondProcess.BATCH) {
                committed = Integer.parseInt(said.readLine());
            }
            writer.destroyForcibly().waitFor();
        }
        try (var store = open()) {
            Map<ChunkId, float[]> kept = loaded(store);
            assertThat(kept.size()).isGreaterThanOrEqualTo(committed);
            assertThat(kept.size() % SecondProcess.BATCH).as("no half batch").isZero();
            assertThat(store.count("shop")).isBetween((long) kept.size(), (long) kept.size() + SecondProcess.BATCH);
        }
    }

    /** Rows that a checkpoint within so little memory cannot hold: to DuckDB as fatal as a disk that is full then. */
    @Test
    void answersAgainAfterWhatDuckDbCallsFatal() {
        var small = new StoreProperties(DataSize.ofMegabytes(64), 1, DataSize.ofMegabytes(1), Duration.ofMinutes(5));
        List<ChunkId> ids =
                IntStream.range(0, 4000).mapToObj(i -> ChunkId.of("row " + i)).toList();
        var kept = new HashMap<ChunkId, float[]>();
        try (var store = VectorStore.open(file, small)) {
            store.replace(
                    "shop",
                    List.of(),
                    List.of(),
                    ids.stream().map(StoreFileTest::row).toList());
            assertThatThrownBy(() -> {
                        for (int from = 0; from < ids.size(); from += 20) {
                            var some = new HashMap<ChunkId, float[]>();
                            ids.subList(from, from + 20).forEach(id -> some.put(id, new float[1 << 14]));
                            store.save(SecondProcess.MODEL, some);
                            kept.putAll(some);
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("database has been invalidated");
            assertThat(kept).isNotEmpty();
            assertThat(store.countEmbedded("shop", SecondProcess.MODEL)).isGreaterThanOrEqualTo(kept.size());
        }
    }

    private static ChunkRow row(ChunkId id) {
        return new ChunkRow(id.value(), "shop", "a.py", 0, null, "window", 1, 1, 0, 0);
    }

    /** No file may grow beyond a limit: to a writer much the same as a disk that is full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatThereIsNoRoomAndGoesOnWhenThereIsWithWhatWasCommittedBefore() throws Exception {
        Process writer = SecondProcess.start(file, "write");
        int committed = 0;
        try (var said = SecondProcess.said(writer);
                var told = writer.outputWriter()) {
            assertThat(said.readLine()).isEqualTo(Integer.toString(SecondProcess.BATCH));
            limit(writer, Files.size(file) + (4 << 20) + ":");
            String line = said.readLine();
            for (; line.matches("\\d+"); line = said.readLine()) {
                committed = Integer.parseInt(line);
            }
            assertThat(line).startsWith("The database cannot be written");
            limit(writer, "unlimited:");
            while (!line.matches("\\d+")) {
                told.write("\n");
                told.flush();
                line = said.readLine();
            }
            assertThat(Integer.parseInt(line)).isEqualTo(committed + SecondProcess.BATCH);
            writer.destroyForcibly().waitFor();
        }
        try (var store = open()) {
            assertThat(loaded(store).size()).isGreaterThan(committed);
        }
    }

    /** By prlimit(1) from outside, for the native library is larger than the limit. */
    private static void limit(Process process, String soft) throws Exception {
        int failed = new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + soft)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(failed).isZero();
    }

    private static Map<ChunkId, float[]> loaded(VectorStore store) {
        var vectors = new HashMap<ChunkId, float[]>();
        store.load("shop", SecondProcess.MODEL, vectors::put);
        return vectors;
    }

    private VectorStore open() {
        return VectorStore.open(file, SETTINGS);
    }
}
