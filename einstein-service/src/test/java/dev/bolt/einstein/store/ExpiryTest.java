package dev.bolt.einstein.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** Real statements that would take years. The caller's own thread runs them: that it comes back says they stopped. */
@Timeout(60)
class ExpiryTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String YEARS =
            "select count(*) from range(100000000) a, range(100000000) b where hash(a.range + b.range) = 7";
    private static final StoreProperties SETTINGS =
            new StoreProperties(DataSize.ofMegabytes(128), 1, DataSize.ofMegabytes(100), Duration.ofMinutes(5));

    @TempDir
    Path folder;

    private DuckDb database;
    private JdbcTemplate template;
    private Expiry expiry;

    @BeforeEach
    void opens() {
        database = DuckDb.open(folder.resolve("expiry.duckdb"), SETTINGS);
        template = new JdbcTemplate(database);
        expiry = new Expiry(Duration.ofMinutes(5));
    }

    @AfterEach
    void closes() {
        expiry.close();
        database.close();
    }

    @Test
    void stopsAStatementAtTheDeadlineOfItsRequest() {
        expires(() -> Deadline.after(SHORT).run(() -> expiry.run(() -> template.execute(YEARS))));
        assertThat(template.queryForObject("select 7", Integer.class)).isEqualTo(7);
    }

    @Test
    void stopsAStatementThatLastsTooLongByItself() {
        try (var impatient = new Expiry(SHORT)) {
            expires(() -> impatient.run(() -> template.execute(YEARS)));
        }
    }

    @Test
    void startsNoStatementAfterTheDeadline() {
        var connection = new AtomicReference<Connection>();
        expires(() -> Deadline.after(SHORT)
                .run(() -> expiry.run(() -> {
                    connection.set(open());
                    Awaitility.await().until(() -> connection.get().isClosed());
                    template.execute(YEARS);
                })));
    }

    @Test
    void takesAWriteBackThatItStopped() {
        template.execute("create table one (n bigint)");
        var writer = new Writer(database);
        expires(() -> Deadline.after(SHORT)
                .run(() -> expiry.run(() -> writer.write(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("insert into one values (1)");
                        statement.execute(YEARS);
                    }
                }))));
        assertThat(template.queryForObject("select count(*) from one", Integer.class))
                .isZero();
        writer.write(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into one values (2)");
            }
        });
        assertThat(template.queryForObject("select n from one", Integer.class)).isEqualTo(2);
    }

    @Test
    void doesNotWaitForAnotherWriterBeyondTheDeadline() throws Exception {
        var writer = new Writer(database);
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Thread other = Thread.ofPlatform()
                .start(() -> writer.write(connection -> {
                    begun.countDown();
                    try {
                        done.await();
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                }));
        begun.await();
        expires(() -> Deadline.after(SHORT).run(() -> writer.write(connection -> {})));
        done.countDown();
        other.join();
    }

    @Test
    void leavesOtherCallsAlone() {
        expires(() -> Deadline.after(SHORT).run(() -> expiry.run(() -> template.execute(YEARS))));
        var answer = Deadline.after(Duration.ofMinutes(1))
                .call(() -> expiry.call(() -> template.queryForObject("select sum(range) from range(10)", Long.class)));
        assertThat(answer).isEqualTo(45);
    }

    @Test
    void stopsALoadWhoseReaderIsSlow() {
        try (var store = VectorStore.open(folder.resolve("store.duckdb"), SETTINGS)) {
            Map<ChunkId, float[]> vectors = new HashMap<>();
            var rows = new ArrayList<ChunkRow>();
            for (int i = 0; i < 5000; i++) {
                vectors.put(new ChunkId("c" + i), new float[] {i});
                rows.add(new ChunkRow("c" + i, "w", "a.py", i, "f" + i, "function", i + 1, i + 1, 0, 0));
            }
            store.replace("w", List.of(), List.of(new SourceFileRow("a.py", "w", 1, 1, 1)), rows);
            store.save("m", vectors);
            Deadline deadline = Deadline.after(SHORT);
            expires(() -> deadline.run(() ->
                    store.load("w", "m", (id, vector) -> Awaitility.await().until(deadline::expired))));
            assertThat(store.count("w")).isEqualTo(5000);
        }
    }

    private Connection open() {
        try {
            return database.getConnection();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void expires(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DEADLINE_EXCEEDED));
    }
}
