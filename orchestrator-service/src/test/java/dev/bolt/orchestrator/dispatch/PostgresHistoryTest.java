package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.ledger.PostgresServer;
import dev.bolt.orchestrator.ledger.SqlLedger;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The ledger in a real server; skipped where no PostgreSQL is installed. */
class PostgresHistoryTest extends HistoryKit {
    private static Optional<PostgresServer> server = Optional.empty();

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
        return SqlLedger.postgres(server.orElseThrow().ledger("history", Duration.ofSeconds(10)));
    }
}
