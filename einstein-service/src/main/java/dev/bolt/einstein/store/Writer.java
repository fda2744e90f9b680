package dev.bolt.einstein.store;

import java.sql.SQLException;
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

    /** @throws StoreException if it could not be written, for example for lack of disk */
    void write(Work work) {
        lock.lock();
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

    /** The driver begins a transaction with the first statement, and an Appender is none: it would stand outside. */
    private static void begin(DuckDBConnection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}
