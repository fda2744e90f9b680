package dev.bolt.einstein.store;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what a call has under way in DuckDB when its deadline passes. DuckDB heeds neither an interrupt of the thread
 * nor a lost caller; what stops it is another thread that closes the connection: the driver then interrupts the
 * statement, and refuses the next one. So every connection that a call opens belongs to it, and is closed with it.
 *
 * <p>One thread keeps the time of all calls. It closes nothing itself, for the driver may make it wait while a
 * statement is being planned, and other calls would expire late.
 */
final class Expiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

    private final Duration longest;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("duckdb-expiry").factory());

    /** @param longest that a call may last which has no earlier deadline */
    Expiry(Duration longest) {
        this.longest = longest;
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Makes the call, under {@link Deadline#current()} or the longest time, whichever ends first.
     *
     * @throws ProblemException DEADLINE_EXCEEDED if it was ended
     */
    <T> T call(Supplier<T> work) {
        Deadline deadline = Deadline.after(longest).earlier(Deadline.current());
        deadline.check();
        var call = new Call();
        var end = clock.schedule(
                () -> Thread.ofPlatform().daemon().name("duckdb-end").start(call::end),
                deadline.remaining().toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return deadline.call(() -> ScopedValue.where(CURRENT, call).call(work::get));
        } catch (RuntimeException failure) {
            if (call.ended()) {
                throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The database did not answer in time.", failure);
            }
            throw failure;
        } finally {
            end.cancel(false);
        }
    }

    /** As {@link #call}, for a call without a result. */
    void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Tells the call of this thread, if there is one, that the connection is its own. */
    static void opened(Connection connection) throws SQLException {
        if (CURRENT.isBound()) {
            CURRENT.get().opened(connection);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Guarded by its own monitor, but for the closing. */
    private static final class Call {
        private final List<Connection> connections = new ArrayList<>();
        private boolean ended;

        synchronized void opened(Connection connection) throws SQLException {
            if (ended) {
                connection.close();
            } else {
                connections.add(connection);
            }
        }

        synchronized boolean ended() {
            return ended;
        }

        private synchronized List<Connection> taken() {
            ended = true;
            return List.copyOf(connections);
        }

        void end() {
            for (Connection connection : taken()) {
                try {
                    connection.close();
                } catch (SQLException failure) {
                    LOG.warn("A connection of a call that ran out of time cannot be closed", failure);
                }
            }
        }
    }
}
