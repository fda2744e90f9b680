package dev.bolt.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same against a real server; skipped where no PostgreSQL is installed. */
class PostgresLedgerTest extends LedgerKit {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static Optional<PostgresServer> server = Optional.empty();

    private final String schema = "ledger_" + SCHEMAS.incrementAndGet();
    private Duration patience = Duration.ofSeconds(10);

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        assumeThat(server).as("a PostgreSQL under /usr/lib/postgresql").isPresent();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @Override
    Ledger open() {
        return SqlLedger.postgres(server.orElseThrow().ledger(schema, patience));
    }

    @Override
    List<String> writer() {
        return List.of(Writer.class.getName(), server.orElseThrow().url(), schema);
    }

    @Override
    @Test
    void refusesASecondWriter() {
        patience = Duration.ofMillis(300);
        super.refusesASecondWriter();
    }

    @Test
    void losesNothingAcknowledgedWhenTheServerIsKilled() throws Exception {
        var acknowledged = new ArrayList<String>();
        Process writer = startWriter();
        try {
            read(writer, 57, acknowledged);
            server.orElseThrow().kill();
            assertThat(writer.waitFor()).isNotZero();
        } finally {
            writer.destroyForcibly().waitFor();
            server.orElseThrow().run();
        }
        assertThatAllAreThere(acknowledged);
    }

    @Test
    void findsItsServerAgainAfterItWasAway() throws Exception {
        patience = Duration.ofMillis(300);
        try (Ledger ledger = open()) {
            ledger.accept("a", REQUEST, null, NOW);
            server.orElseThrow().kill();
            assertThatThrownBy(() -> ledger.accept("b", REQUEST, null, NOW))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE));
            server.orElseThrow().run();
            ledger.accept("c", REQUEST, null, NOW);
            assertThat(ledger.unended()).extracting(Solve::id).containsExactly("a", "c");
            assertThatThrownBy(this::open).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void searchesPastAQuestionThatItsServerCannotRead() {
        try (Ledger ledger = open()) {
            var shop = new WorkspaceId("shop");
            ledger.accept("a", SolveRequest.of(shop, "where \0 is it?"), null, NOW);
            ledger.accept("b", SolveRequest.of(shop, "where is the cart?"), null, NOW);
            assertThat(ledger.newest(9, List.of("cart"))).extracting(Solve::id).containsExactly("b");
            assertThat(ledger.solve("a").orElseThrow().request().question()).isEqualTo("where \0 is it?");
        }
    }

    @Test
    void saysThatItCannotReachAServerAndNotItsPassword() {
        var nowhere = new LedgerProperties(
                "jdbc:postgresql://127.0.0.1:1/postgres", "bolt", "top secret", "bolt", Duration.ZERO);
        assertThatThrownBy(() -> SqlLedger.postgres(nowhere)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE);
            assertThat(e.detail()).contains("cannot be reached").doesNotContain("top secret");
        });
        assertThat(nowhere.toString()).doesNotContain("top secret");
    }

    static final class Writer {
        public static void main(String[] arguments) {
            var properties = new LedgerProperties(arguments[0], "bolt", "", arguments[1], Duration.ofSeconds(10));
            try (Ledger ledger = SqlLedger.postgres(properties)) {
                accepts(ledger);
            }
        }
    }
}
