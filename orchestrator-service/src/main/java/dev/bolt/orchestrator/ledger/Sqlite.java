package dev.bolt.orchestrator.ledger;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to one SQLite file, used by one thread at a time; no other process can open the file meanwhile.
 */
final class Sqlite implements AutoCloseable {
    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work inside a transaction. */
    interface Work<T> {
        T run() throws SQLException;
    }

    // sqlite.org/rescode.html
    private static final int FULL = 13;
    private static final int BUSY = 5;

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    Sqlite(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 2000");
                statement.execute("PRAGMA locking_mode = EXCLUSIVE"); // two writers would run every solve twice
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA foreign_keys = ON");
                statement.execute("PRAGMA user_version = 1"); // a write: takes the lock now, not at the first solve
            }
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    /** Runs all of it or nothing. */
    <T> T transact(Work<T> work) {
        lock.lock();
        try {
            if (!connection.getAutoCommit()) {
                return work.run();
            }
            connection.setAutoCommit(false);
            try {
                T result = work.run();
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            lock.unlock();
        }
    }

    /** Rows changed. */
    int run(String sql, @Nullable Object... values) {
        lock.lock();
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            lock.unlock();
        }
    }

    <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) {
        lock.lock();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet rows = statement.executeQuery()) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            lock.unlock();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static ProblemException problem(SQLException e) {
        return switch (e.getErrorCode()) {
            case FULL ->
                new ProblemException(
                        Problem.DISK_FULL, "The ledger cannot be written; free some room under BOLT_HOME.", e);
            case BUSY ->
                new ProblemException(
                        Problem.CONFLICT,
                        "Another orchestrator holds the ledger; stop it or set another BOLT_HOME.",
                        e);
            default -> new ProblemException(Problem.INTERNAL, "The ledger failed: " + e.getMessage(), e);
        };
    }
}
