package dev.bolt.orchestrator.ledger;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One SQLite file in WAL mode with {@code synchronous=FULL}; no other process can open it meanwhile. */
final class Sqlite extends Database {
    // sqlite.org/rescode.html
    private static final int FULL = 13;
    private static final int BUSY = 5;
    private static final int PERMISSION = 3;
    private static final int READ_ONLY = 8;
    private static final int CORRUPT = 11;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;

    private static final String[] SETTINGS = {
        "PRAGMA busy_timeout = 2000",
        "PRAGMA locking_mode = EXCLUSIVE", // two writers would run every solve twice
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA user_version = 1" // a write: takes the lock now, not at the first solve
    };

    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS workspace(id TEXT PRIMARY KEY, path TEXT NOT NULL, registered_at TEXT NOT NULL)",
        """
        CREATE TABLE IF NOT EXISTS solve(id TEXT PRIMARY KEY, request TEXT NOT NULL, state TEXT NOT NULL,
          created_at TEXT NOT NULL, ended_at TEXT, answer TEXT, problem TEXT, idempotency_key TEXT UNIQUE)""",
        """
        CREATE TABLE IF NOT EXISTS step(solve TEXT NOT NULL REFERENCES solve(id) ON DELETE CASCADE,
          number INTEGER NOT NULL, step TEXT NOT NULL, PRIMARY KEY(solve, number))""",
        """
        CREATE TABLE IF NOT EXISTS event(solve TEXT NOT NULL REFERENCES solve(id) ON DELETE CASCADE,
          sequence INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY(solve, sequence))"""
    };

    private static final String ATTEMPTS = "SELECT 1 FROM pragma_table_info('solve') WHERE name = 'attempt'";

    private final Path file;
    private final Connection connection;

    Sqlite(Path file) {
        this.file = file;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
                for (String table : TABLES) {
                    statement.execute(table);
                }
                if (!statement.executeQuery(ATTEMPTS).next()) { // a file of before attempts were counted
                    statement.execute("ALTER TABLE solve ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0");
                }
            }
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    @Override
    Connection connection() {
        return connection;
    }

    @Override
    String age() {
        return "rowid";
    }

    @Override
    String questionHolds() {
        return "instr(lower(json_extract(request, '$.question')), lower(?)) > 0";
    }

    @Override
    void disconnect() throws SQLException {
        connection.close();
    }

    @Override
    ProblemException problem(SQLException e) {
        return switch (e.getErrorCode()) {
            case FULL ->
                new ProblemException(
                        Problem.DISK_FULL, "The ledger cannot be written; free some room under BOLT_HOME.", e);
            case BUSY ->
                new ProblemException(
                        Problem.CONFLICT,
                        "Another orchestrator holds the ledger; stop it or set another BOLT_HOME.",
                        e);
            case PERMISSION, READ_ONLY, CANNOT_OPEN ->
                new ProblemException(
                        Problem.SERVICE_UNAVAILABLE,
                        "The ledger cannot be written: let this user write %s and its folder.".formatted(file),
                        e);
            case CORRUPT, NOT_A_DATABASE ->
                new ProblemException(
                        Problem.INTERNAL,
                        "The ledger %s is damaged. Move it away and start again: Bolt begins a new one."
                                .formatted(file),
                        e);
            default -> new ProblemException(Problem.INTERNAL, "The ledger failed: " + e.getMessage(), e);
        };
    }
}
