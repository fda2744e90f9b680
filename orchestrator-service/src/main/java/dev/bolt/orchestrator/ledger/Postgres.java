package dev.bolt.orchestrator.ledger;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A schema of a PostgreSQL database. An advisory lock of the session keeps other orchestrators out; everything is
 * written through the session that holds it, so one that lost it cannot write. A lost connection fails the call it was
 * lost in, whose outcome is then unknown, and is made anew at the next.
 */
final class Postgres extends Database {
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    // postgresql.org/docs/current/errcodes-appendix.html
    private static final String DISK_FULL = "53100";
    private static final String BEGUN_ELSEWHERE = "55P03";

    private static final String[] SETTINGS = {
        "SET synchronous_commit = on",
        "SET tcp_keepalives_idle = 10", // the lock of a machine that fell silent is free after half a minute
        "SET tcp_keepalives_interval = 5",
        "SET tcp_keepalives_count = 4"
    };

    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS workspace(id TEXT PRIMARY KEY, path TEXT NOT NULL, registered_at TEXT NOT NULL)",
        """
        CREATE TABLE IF NOT EXISTS solve(id TEXT PRIMARY KEY, request TEXT NOT NULL, state TEXT NOT NULL,
          created_at TEXT NOT NULL, ended_at TEXT, answer TEXT, problem TEXT, idempotency_key TEXT UNIQUE,
          number BIGINT GENERATED ALWAYS AS IDENTITY)""",
        "ALTER TABLE solve ADD COLUMN IF NOT EXISTS attempt BIGINT NOT NULL DEFAULT 0",
        "CREATE INDEX IF NOT EXISTS solve_number ON solve(number)",
        """
        CREATE TABLE IF NOT EXISTS step(solve TEXT NOT NULL REFERENCES solve(id) ON DELETE CASCADE,
          number BIGINT NOT NULL, step TEXT NOT NULL, PRIMARY KEY(solve, number))""",
        """
        CREATE TABLE IF NOT EXISTS event(solve TEXT NOT NULL REFERENCES solve(id) ON DELETE CASCADE,
          sequence BIGINT NOT NULL, event TEXT NOT NULL, PRIMARY KEY(solve, sequence))"""
    };

    private final LedgerProperties properties;
    private @Nullable Connection connection;

    Postgres(LedgerProperties properties) {
        this.properties = properties;
        try {
            connection = open(System.nanoTime() + properties.patience().toNanos());
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    @Override
    Connection connection() throws SQLException {
        if (connection == null || connection.isClosed()) {
            connection = null;
            connection = open(System.nanoTime());
        }
        return connection;
    }

    private Connection open(long untilNanos) throws SQLException {
        var login = new Properties();
        login.setProperty("user", properties.user());
        login.setProperty("password", properties.password());
        login.setProperty("ApplicationName", "bolt-orchestrator");
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "30");
        login.setProperty("tcpKeepAlive", "true");
        Connection opened = DriverManager.getConnection(properties.url(), login);
        try (Statement statement = opened.createStatement()) {
            lock(statement, untilNanos);
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + properties.schema());
            statement.execute("SET search_path = " + properties.schema());
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            for (String table : TABLES) {
                statement.execute(table);
            }
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    private void lock(Statement statement, long untilNanos) throws SQLException {
        while (true) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT pg_try_advisory_lock(hashtext('bolt ledger " + properties.schema() + "'))")) {
                if (row.next() && row.getBoolean(1)) {
                    return;
                }
            }
            if (System.nanoTime() - untilNanos >= 0) {
                throw new SQLException("The lock is held", BEGUN_ELSEWHERE);
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    @Override
    String age() {
        return "number";
    }

    /** JSON of PostgreSQL refuses NUL characters, escaped ones too. */
    @Override
    String questionHolds() {
        return "CASE WHEN strpos(request, '\\u0000') > 0 THEN false"
                + " ELSE strpos(lower(request::json ->> 'question'), lower(?)) > 0 END";
    }

    @Override
    void disconnect() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    ProblemException problem(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals(DISK_FULL)) {
            return new ProblemException(Problem.DISK_FULL, "The disk of the ledger's database is full.", e);
        }
        if (state.equals(BEGUN_ELSEWHERE)) {
            return new ProblemException(
                    Problem.CONFLICT,
                    "Another orchestrator holds the ledger in schema '%s'; stop it or set bolt.orchestrator.ledger.schema."
                            .formatted(properties.schema()),
                    e);
        }
        return switch (state.isEmpty() ? "" : state.substring(0, 2)) {
            case "08", "57" -> unavailable("cannot be reached", e);
            case "28", "3D" -> unavailable("lets nobody in", e);
            default -> new ProblemException(Problem.INTERNAL, "The ledger failed: " + e.getMessage(), e);
        };
    }

    private static ProblemException unavailable(String how, SQLException e) {
        return new ProblemException(
                Problem.SERVICE_UNAVAILABLE, "The ledger's database %s: %s".formatted(how, e.getMessage()), e);
    }
}
