package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.solve.Coverage;
import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.catalog.Catalog;
import dev.bolt.orchestrator.dispatch.SolveQueue.Waiting;
import dev.bolt.orchestrator.dispatch.SolveRun.Machinery;
import dev.bolt.orchestrator.evidence.Grounding;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.model.Adviser;
import dev.bolt.orchestrator.queue.QueueProperties;
import dev.bolt.orchestrator.solve.Planner;
import dev.bolt.orchestrator.solve.Reader;
import dev.bolt.orchestrator.solve.StepPlan;
import dev.bolt.orchestrator.solve.Understanding;
import dev.bolt.orchestrator.synthesis.Extras;
import dev.bolt.orchestrator.synthesis.Synthesizer;
import dev.bolt.orchestrator.timeout.Guard;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of every solve. One that was accepted is on disk; one that a crash left unended is taken up again at the
 * start; each ends exactly once.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final int FILES = 10;
    /** A service that does not say where it stands within this is said not to answer. */
    private static final Duration STATUS = Duration.ofSeconds(1);

    /** What the id of a solve begins with that another solve asked for. */
    private static final String NESTED = "nested-";

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Catalog catalog;
    private final Machinery machinery;
    private final ExecutorService threads;
    private final SolveQueue queue;
    private final InstantSource clock;
    private final SolveProperties properties;
    private final @Nullable Adviser adviser;
    private final Events events = new Events();
    private final Map<String, SolveRun> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

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
        this.adviser = adviser;
        this.ledger = ledger;
        this.catalog = catalog;
        this.machinery = new Machinery(new Steps(knowledge), agents, guard);
        this.threads = threads;
        this.queue = new SolveQueue(waiting, properties.concurrent());
        this.clock = clock;
        this.properties = properties;
    }

    /** Takes up what a crash left unended, then begins to run what waits. */
    public void start() {
        ledger.unended().forEach(solve -> queue.restore(priority(solve.request()), solve));
        for (int i = 0; i < properties.concurrent(); i++) {
            threads.execute(this::runAll);
        }
    }

    /**
     * Accepts the question; it is on disk when this returns. The same key and request give the same solve.
     *
     * @param nested whether another solve asked for it
     * @throws ProblemException WORKSPACE_NOT_FOUND, WORKSPACE_UNREADABLE, CONFLICT, DISK_FULL; OVERLOADED if it would
     *     wait too long or finds no place
     */
    public Solve submit(SolveRequest request, @Nullable String idempotencyKey, boolean nested) {
        catalog.root(request.workspace());
        Optional<Solve> earlier = idempotencyKey == null ? Optional.empty() : ledger.accepted(idempotencyKey, request);
        if (earlier.isPresent()) {
            return earlier.get(); // has its place, however full the queue is
        }
        queue.admit(priority(request));
        String id = (nested ? NESTED : "") + UUID.randomUUID();
        Solve solve = ledger.accept(id, request, idempotencyKey, clock.instant());
        if (solve.id().equals(id)) {
            try {
                queue.add(priority(request), solve);
            } catch (ProblemException full) {
                fail(id, Ledger.ANY, full.detail());
                throw full;
            }
        }
        return solve;
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
        if (ledger.end(id, Ledger.ANY, SolveState.CANCELLED, null, "Called off.", clock.instant())) {
            events.announce(id);
        }
        SolveRun run = running.get(id);
        if (run != null) {
            run.cancel();
        }
    }

    /** Its events after that sequence, past ones first. */
    public Follower follow(String id, long after) {
        get(id);
        return new Follower(ledger, events, id, after);
    }

    /** Stops what runs; it stays unended in the ledger, and the next start takes it up again. */
    @Override
    public void close() {
        closing = true;
        running.values().forEach(SolveRun::cancel);
    }

    private void runAll() {
        try {
            while (!closing) {
                Waiting next = queue.take();
                if (next.until().expired()) {
                    fail(next.solve().id(), Ledger.ANY, "It waited longer than a solve of its priority may.");
                } else {
                    long began = System.nanoTime();
                    run(next.solve());
                    queue.observe(Duration.ofNanos(System.nanoTime() - began));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Solve solve) {
        String id = solve.id();
        long attempt = Ledger.ANY;
        try {
            attempt = ledger.start(id, clock.instant());
            if (attempt == Ledger.ANY) {
                return;
            }
            events.announce(id);
            answer(solve, attempt);
            ledger.retain(properties.retain());
        } catch (ProblemException e) {
            fail(id, attempt, e.detail());
        } catch (RuntimeException e) {
            log.error("Solve {} failed", id, e);
            fail(id, attempt, "Bolt failed; its log says more.");
        } finally {
            running.remove(id);
            events.announce(id);
        }
    }

    private void answer(Solve solve, long attempt) {
        SolveRequest request = solve.request();
        Priority priority = priority(request);
        Duration timeout =
                request.timeoutMillis() > 0 ? Duration.ofMillis(request.timeoutMillis()) : properties.timeout(priority);
        Understanding asked = Reader.read(request.question());
        int limit = request.limit() > 0 ? request.limit() : FILES;
        var context = new SolveContext(
                request.workspace(), catalog.root(request.workspace()).path(), request.question(), asked, limit);
        Deadline deadline = Deadline.after(timeout);
        boolean failed = run(solve, attempt, context, Planner.plan(asked), deadline);
        if (closing || get(solve.id()).state().ended()) {
            return;
        }
        failed |= context.cut;
        Workspace workspace = Deadline.after(STATUS).call(() -> catalog.get(context.workspace));
        SolveAnswer answer = synthesize(context, workspace);
        if (adviser != null && answer.confidence() >= Synthesizer.NOTHING_FOUND) {
            boolean nested = solve.id().startsWith(NESTED);
            var advice = new Advice(adviser, catalog.root(context.workspace), answer, request.propose(), nested);
            context.advice = advice;
            failed |= run(solve, attempt, context, List.of(new StepPlan(Steps.ADVISE, List.of(), false)), deadline);
            answer = advice.answer();
        }
        if (!closing) {
            String caveat = Caveats.of(workspace.indexes(), catalog.services(), failed);
            SolveState state = caveat == null ? SolveState.COMPLETE : SolveState.PARTIAL;
            ledger.end(solve.id(), attempt, state, answer, caveat, clock.instant());
        }
    }

    /** Whether a step did not succeed. */
    private boolean run(Solve solve, long attempt, SolveContext context, List<StepPlan> plan, Deadline deadline) {
        SolveRequest request = solve.request();
        int width = request.agents() > 0 ? request.agents() : machinery.agents().size();
        var run = new SolveRun(
                solve.id(),
                context,
                plan,
                priority(request),
                deadline,
                width,
                machinery,
                step -> record(solve.id(), attempt, step));
        running.put(solve.id(), run);
        if (closing || get(solve.id()).state().ended()) {
            run.cancel(); // called off between its start and now
        }
        run.await();
        return run.failed();
    }

    /**
     * Throws if the solve is no longer this attempt's: it was called off, or taken up by another life of the service.
     */
    private void record(String id, long attempt, Step step) {
        if (!ledger.step(id, attempt, step, clock.instant())) {
            throw new ProblemException(Problem.CONFLICT, "The solve has ended, or is being run anew.");
        }
        events.announce(id);
    }

    private SolveAnswer synthesize(SolveContext context, Workspace workspace) {
        var ranking = Grounding.ground(catalog.root(context.workspace), context.asked.words(), context.ranking);
        return Synthesizer.write(
                context.asked,
                ranking,
                new Extras(context.findings, context.impact, context.related, coverage(workspace)),
                context.found.symbols,
                context.freshness(workspace.registeredAt()));
    }

    private static Priority priority(SolveRequest request) {
        return request.priority() == null ? Priority.NORMAL : request.priority();
    }

    private static Coverage coverage(Workspace workspace) {
        int files = 0;
        int skipped = 0;
        double embedded = 0;
        for (IndexStatus index : workspace.indexes()) {
            files = Math.max(files, index.filesTotal());
            skipped = Math.max(skipped, index.filesSkipped());
            if (index.service().equals("einstein")) {
                embedded = index.share();
            }
        }
        return new Coverage(files, skipped, embedded);
    }

    /** Until the end is on disk nobody is told that there is one; a full disk is tried again. */
    private void fail(String id, long attempt, String problem) {
        try {
            ledger.end(id, attempt, SolveState.FAILED, null, problem, clock.instant());
            events.announce(id);
        } catch (ProblemException e) {
            log.warn("The end of solve {} cannot be kept: {}", id, e.detail());
            if (!closing) {
                CompletableFuture.delayedExecutor(RETRY.toMillis(), TimeUnit.MILLISECONDS, threads)
                        .execute(() -> fail(id, attempt, problem));
            }
        }
    }
}
