package dev.bolt.platform.deadline;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Calls off the deadline of a request whose client has closed the connection, within half a second: nobody waits for
 * the answer. A server learns that by itself only when it writes, which a long search does at its end. Linux alone
 * tells; elsewhere the deadline bounds the work. A client that closes its half of the connection and still reads is
 * taken for one that is gone.
 */
public final class HangUpFilter extends OncePerRequestFilter {
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Logger log = LoggerFactory.getLogger(HangUpFilter.class);

    private final boolean interrupts;
    private final Set<Served> served = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks;

    /** @param interrupts whether the thread that serves the request is interrupted, too */
    public HangUpFilter(boolean interrupts) {
        this.interrupts = interrupts;
        this.looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("hang-ups").daemon().factory());
        if (ConnectionTable.supported()) {
            looks.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var one = new Served(
                new ConnectionTable.Ends(request.getLocalPort(), request.getRemotePort()), Thread.currentThread());
        served.add(one);
        try {
            DeadlineFilter.bound(Deadline.current().orWhen(one::gone), request, response, chain);
        } finally {
            served.remove(one);
            one.end();
        }
    }

    /** Looks only when a request takes long: most have ended by then. */
    private void look() {
        try {
            long now = System.nanoTime();
            if (served.stream().anyMatch(one -> one.isLong(now))) {
                ConnectionTable table = ConnectionTable.read();
                served.forEach(one -> one.look(table, interrupts));
            }
        } catch (IOException | RuntimeException e) {
            log.warn("Who has hung up is not known: {}", e.toString());
        }
    }

    @Override
    public void destroy() {
        looks.shutdownNow();
    }

    /** A request that is being served. */
    private static final class Served {
        private final ConnectionTable.Ends ends;
        private final Thread thread;
        private final long since = System.nanoTime();
        private volatile boolean gone;
        private boolean seen;
        private boolean interrupted;
        private boolean ended;

        Served(ConnectionTable.Ends ends, Thread thread) {
            this.ends = ends;
            this.thread = thread;
        }

        boolean gone() {
            return gone;
        }

        boolean isLong(long now) {
            return now - since > EVERY.toNanos();
        }

        /** One that is not in the table was broken off if it was there before, and is not known if it was not. */
        synchronized void look(ConnectionTable table, boolean interrupts) {
            if (table.open().contains(ends)) {
                seen = true;
            } else if ((seen || table.left().contains(ends)) && !ended && !gone) {
                gone = true;
                if (interrupts) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        }

        /** The thread serves others after this. */
        synchronized void end() {
            ended = true;
            if (interrupted) {
                Thread.interrupted();
            }
        }
    }
}
