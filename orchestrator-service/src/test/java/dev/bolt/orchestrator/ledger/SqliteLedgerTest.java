package dev.bolt.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bolt.api.solve.Solve;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteLedgerTest extends LedgerKit {
    @Override
    Ledger open() {
        return SqlLedger.sqlite(folder.resolve("l"));
    }

    @Override
    List<String> writer() {
        return List.of(Writer.class.getName(), folder.resolve("l").toString());
    }

    @Test
    void opensAFileOfAnOlderBolt() throws SQLException {
        try (Ledger ledger = open()) {
            ledger.accept("a", REQUEST, null, NOW);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("l"));
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE solve DROP COLUMN attempt");
            statement.execute("UPDATE solve SET request = json_remove(request, '$.propose')");
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.unended()).extracting(Solve::request).containsExactly(REQUEST);
            assertThat(ledger.start("a", NOW)).isEqualTo(1);
        }
    }

    @Test
    void saysWhatToDoWithAFileThatIsNoDatabase() throws IOException {
        Files.writeString(folder.resolve("l"), "no database ".repeat(1_000));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.INTERNAL))
                .satisfies(e -> assertThat(e.detail()).contains(folder.resolve("l") + " is damaged. Move it away"));
        assertThat(folder.resolve("l")).content().startsWith("no database");
    }

    @Test
    void saysWhoMustBeAbleToWrite() throws IOException {
        Files.createDirectory(folder.resolve("l"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::open)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE))
                .satisfies(e -> assertThat(e.detail()).contains("let this user write " + folder.resolve("l")));
    }

    static final class Writer {
        public static void main(String[] arguments) {
            try (Ledger ledger = SqlLedger.sqlite(Path.of(arguments[0]))) {
                accepts(ledger);
            }
        }
    }
}
