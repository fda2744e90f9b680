package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.solve.SolveState;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends solves without an answer, and tells who follows them. Nobody is told of an end before it is on disk. Safe for
 * many threads.
 */
final class Ends implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Ends.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final InstantSource clock;
    private final ExecutorService threads;
    private final Events events = new Events();
    private volatile boolean closing;

    Ends(Ledger ledger, InstantSource clock, ExecutorService threads) {
        this.ledger = ledger;
        this.clock = clock;
        this.threads = threads;
    }

    Events events() {
        return events;
    }

    Instant now() {
        return clock.instant();
    }

    /** As called off; silent if it has ended. */
    void cancel(String id) {
        if (ledger.end(id, Ledger.ANY, SolveState.CANCELLED, null, "Called off.", now())) {
            events.announce(id);
        }
    }

    /**
     * As FAILED, if it is still that attempt's; a full disk is tried again. Once closed it ends nothing: what fails
     * while the service goes down is not the solve's fault.
     */
    void fail(String id, long attempt, String problem) {
        if (closing) {
            return;
        }
        try {
            ledger.end(id, attempt, SolveState.FAILED, null, problem, now());
            events.announce(id);
        } catch (ProblemException e) {
            log.warn("The end of solve {} cannot be kept: {}", id, e.detail());
            CompletableFuture.delayedExecutor(RETRY.toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(() -> fail(id, attempt, problem));
        }
    }

    @Override
    public void close() {
        closing = true;
    }
}
