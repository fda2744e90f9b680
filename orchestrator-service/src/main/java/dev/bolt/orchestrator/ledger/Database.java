package dev.bolt.orchestrator.ledger;

import dev.bolt.platform.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One connection that holds off every other writer for as long as it lives, used by one thread at a time. A commit is
 * on disk when it returns, also through a power cut.
 */
abstract class Database implements AutoCloseable {
    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work inside a transaction. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();

    /** The connection, made anew if it was lost and no transaction is under way. */
    abstract Connection connection() throws SQLException;

    /** What its failure means. */
    abstract ProblemException problem(SQLException e);

    /** The column of a solve that is greater the later it was accepted. */
    abstract String age();

    /** A condition on a solve with one parameter: its question holds that text, the case of ASCII aside. */
    abstract String questionHolds();

    /** Runs all of it or nothing; inside another transaction it is part of that. */
    final <T> T transact(Work<T> work) {
        lock.lock();
        try {
            Connection connection = connection();
            return connection.getAutoCommit() ? transact(connection, work) : work.run();
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            lock.unlock();
        }
    }

    private static <T> T transact(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException lost) {
                e.addSuppressed(lost);
                connection.close();
            }
            throw e;
        }
    }

    /** Rows changed. */
    final int run(String sql, @Nullable Object... values) {
        lock.lock();
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            lock.unlock();
        }
    }

    final <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) {
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
    public final void close() {
        lock.lock();
        try {
            disconnect();
        } catch (SQLException e) {
            throw problem(e);
        } finally {
            lock.unlock();
        }
    }

    /** Closes the connection for good. */
    abstract void disconnect() throws SQLException;

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
