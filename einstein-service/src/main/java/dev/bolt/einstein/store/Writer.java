package dev.bolt.einstein.store;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/** Writes one transaction at a time: all of it or nothing. */
final class Writer {
    private final ReentrantLock lock = new ReentrantLock();
    private final DuckDb database;

    /** What is written. */
    @FunctionalInterface
    interface Work {
        void on(DuckDBConnection connection) throws SQLException;
    }

    Writer(DuckDb database) {
        this.database = database;
    }

    /**
     * Waits its turn within the deadline.
     *
     * @throws StoreException if it could not be written, for example for lack of disk
     */
    void write(Work work) {
        awaitTurn();
        try (var connection = database.getConnection().unwrap(DuckDBConnection.class)) {
            begin(connection);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new StoreException("The database cannot be written: " + failure.getMessage(), failure);
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!lock.tryLock(Deadline.current().remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ProblemException(Problem.DEADLINE_EXCEEDED, "Others wrote until the time ran out.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StoreException("The writing was called off", stopping);
        }
    }

    /** The driver begins a transaction with the first statement, and an Appender is none: it would stand outside. */
    private static void begin(DuckDBConnection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}
