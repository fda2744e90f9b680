package dev.bolt.orchestrator.dispatch;

import static dev.bolt.orchestrator.dispatch.Attempts.priority;

import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.catalog.Catalog;
import dev.bolt.orchestrator.dispatch.SolveQueue.Waiting;
import dev.bolt.orchestrator.dispatch.SolveRun.Machinery;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.model.Adviser;
import dev.bolt.orchestrator.queue.QueueProperties;
import dev.bolt.orchestrator.timeout.Guard;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The life of every solve. One that was accepted is on disk and has its place; one that a crash left unended is taken
 * up again at the start; each ends exactly once.
 */
public final class Dispatcher implements AutoCloseable {
    private final Ledger ledger;
    private final Catalog catalog;
    private final ExecutorService threads;
    private final SolveQueue queue;
    private final InstantSource clock;
    private final int concurrent;
    private final Ends ends;
    private final Attempts attempts;

    public Dispatcher(
            Ledger ledger,
            Catalog catalog,
            Knowledge knowledge,
            AgentPool agents,
            Guard guard,
            ExecutorService threads,
            InstantSource clock,
            SolveProperties properties,
            QueueProperties waiting,
            @Nullable Adviser adviser) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.threads = threads;
        this.queue = new SolveQueue(waiting, properties.concurrent());
        this.clock = clock;
        this.concurrent = properties.concurrent();
        this.ends = new Ends(ledger, clock, threads);
        var machinery = new Machinery(new Steps(knowledge, catalog.history()), agents, guard);
        this.attempts = new Attempts(ledger, ends, catalog, machinery, properties, adviser);
    }

    /** Takes up what a crash left unended, then begins to run what waits. */
    public void start() {
        ledger.unended().forEach(solve -> queue.restore(priority(solve.request()), solve));
        for (int i = 0; i < concurrent; i++) {
            threads.execute(this::runAll);
        }
    }

    /**
     * Accepts the question; it is on disk when this returns. The same key and request give the same solve.
     *
     * @param nested whether another solve asked for it
     * @throws ProblemException WORKSPACE_NOT_FOUND, WORKSPACE_UNREADABLE, CONFLICT, DISK_FULL; OVERLOADED if it would
     *     wait too long or finds no place, and then nothing is kept of it
     */
    public Solve submit(SolveRequest request, @Nullable String idempotencyKey, boolean nested) {
        Optional<Solve> earlier = idempotencyKey == null ? Optional.empty() : ledger.accepted(idempotencyKey, request);
        if (earlier.isPresent()) {
            return earlier.get(); // has its place, however full the queue is
        }
        try (var place = queue.admit(priority(request))) { // first: refusing must not wait for the ledger
            catalog.root(request.workspace());
            String id = (nested ? Attempts.NESTED : "") + UUID.randomUUID();
            Solve solve = ledger.accept(id, request, idempotencyKey, clock.instant());
            if (solve.id().equals(id)) {
                place.take(solve);
            }
            return solve;
        }
    }

    /** How many wait for their turn. */
    public int waiting() {
        return queue.size();
    }

    /** @throws ProblemException SOLVE_NOT_FOUND */
    public Solve get(String id) {
        return ledger.solve(id)
                .orElseThrow(
                        () -> new ProblemException(Problem.SOLVE_NOT_FOUND, "There is no solve '%s'.".formatted(id)));
    }

    /** The newest, newest first, whose question holds each of these words. */
    public List<Solve> newest(int limit, List<String> words) {
        return ledger.newest(limit, words);
    }

    /** Calls it off; silent if it has ended. */
    public void cancel(String id) {
        get(id);
        ends.cancel(id);
        attempts.cancel(id);
    }

    /** Its events after that sequence, past ones first. */
    public Follower follow(String id, long after) {
        get(id);
        return new Follower(ledger, ends.events(), id, after);
    }

    /** Stops what runs; it stays unended in the ledger, and the next start takes it up again. */
    @Override
    public void close() {
        attempts.close();
    }

    private void runAll() {
        try {
            while (!attempts.closing()) {
                Waiting next = queue.take();
                if (next.until().expired()) {
                    ends.fail(next.solve().id(), Ledger.ANY, "It waited longer than a solve of its priority may.");
                } else {
                    long began = System.nanoTime();
                    attempts.run(next.solve());
                    queue.observe(Duration.ofNanos(System.nanoTime() - began));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
