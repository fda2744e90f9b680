package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.solve.Coverage;
import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Revision;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.orchestrator.catalog.Catalog;
import dev.bolt.orchestrator.dispatch.SolveRun.Machinery;
import dev.bolt.orchestrator.evidence.Grounding;
import dev.bolt.orchestrator.history.Revisions;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.model.Adviser;
import dev.bolt.orchestrator.solve.Planner;
import dev.bolt.orchestrator.solve.Reader;
import dev.bolt.orchestrator.solve.StepPlan;
import dev.bolt.orchestrator.solve.Understanding;
import dev.bolt.orchestrator.synthesis.Extras;
import dev.bolt.orchestrator.synthesis.Synthesizer;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attempts to answer a solve: the plan, the ranking, the words, the end. A solve ends in one attempt at most; one that
 * is cut off because the service stops does not end, whatever goes wrong on the way down, and is attempted again by the
 * next life. Safe for many threads.
 */
final class Attempts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final int FILES = 10;

    /** A service that does not say where it stands within this is said not to answer. */
    private static final Duration STATUS = Duration.ofSeconds(1);

    private static final Duration REVISION = Duration.ofMillis(250);

    /** What the id of a solve begins with that another solve asked for. */
    static final String NESTED = "nested-";

    private final Ledger ledger;
    private final Ends ends;
    private final Catalog catalog;
    private final Machinery machinery;
    private final SolveProperties properties;
    private final @Nullable Adviser adviser;
    private final Map<String, SolveRun> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Attempts(
            Ledger ledger,
            Ends ends,
            Catalog catalog,
            Machinery machinery,
            SolveProperties properties,
            @Nullable Adviser adviser) {
        this.ledger = ledger;
        this.ends = ends;
        this.catalog = catalog;
        this.machinery = machinery;
        this.properties = properties;
        this.adviser = adviser;
    }

    static Priority priority(SolveRequest request) {
        return request.priority() == null ? Priority.NORMAL : request.priority();
    }

    /** Whether it stops. */
    boolean closing() {
        return closing;
    }

    /** Interrupts what runs of it. */
    void cancel(String id) {
        SolveRun run = running.get(id);
        if (run != null) {
            run.cancel();
        }
    }

    /** Interrupts what runs; none of it ends. */
    @Override
    public void close() {
        closing = true;
        ends.close();
        running.values().forEach(SolveRun::cancel);
    }

    /** One attempt; silent if it has ended. */
    void run(Solve solve) {
        String id = solve.id();
        long attempt = Ledger.ANY;
        try {
            attempt = ledger.start(id, ends.now());
            if (attempt == Ledger.ANY) {
                return;
            }
            ends.events().announce(id);
            answer(solve, attempt);
            ledger.retain(properties.retain());
        } catch (ProblemException e) {
            ends.fail(id, attempt, e.detail());
        } catch (RuntimeException e) {
            if (!closing) {
                log.error("Solve {} failed", id, e);
            }
            ends.fail(id, attempt, "Bolt failed; its log says more.");
        } finally {
            running.remove(id);
            ends.events().announce(id);
        }
    }

    private void answer(Solve solve, long attempt) {
        SolveRequest request = solve.request();
        Duration timeout = request.timeoutMillis() > 0
                ? Duration.ofMillis(request.timeoutMillis())
                : properties.timeout(priority(request));
        Understanding asked = Reader.read(request.question());
        int limit = request.limit() > 0 ? request.limit() : FILES;
        var context = new SolveContext(
                request.workspace(), catalog.root(request.workspace()).path(), request.question(), asked, limit);
        Deadline deadline = Deadline.after(timeout);
        boolean failed = run(solve, attempt, context, Planner.plan(asked), deadline);
        if (over(solve)) {
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
            ledger.end(solve.id(), attempt, state, answer, caveat, ends.now());
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
        if (over(solve)) {
            run.cancel(); // called off between its start and now
        }
        run.await();
        return run.failed();
    }

    private boolean over(Solve solve) {
        return closing
                || ledger.solve(solve.id()).map(now -> now.state().ended()).orElse(true);
    }

    /**
     * Throws if the solve is no longer this attempt's: it was called off, or taken up by another life of the service.
     */
    private void record(String id, long attempt, Step step) {
        if (!ledger.step(id, attempt, step, ends.now())) {
            throw new ProblemException(Problem.CONFLICT, "The solve has ended, or is being run anew.");
        }
        ends.events().announce(id);
    }

    private SolveAnswer synthesize(SolveContext context, Workspace workspace) {
        var ranking = Grounding.ground(catalog.root(context.workspace), context.asked.words(), context.ranking);
        var coverage = coverage(workspace, revision(context), context.historyPending);
        return Synthesizer.write(
                context.asked,
                ranking,
                new Extras(context.findings, context.impact, context.allRelated(), coverage),
                context.found.symbols,
                context.freshness(workspace.registeredAt()));
    }

    /** It only explains, so that a repository which cannot be read takes nothing from an answer. */
    private static @Nullable Revision revision(SolveContext context) {
        try {
            List<String> files = context.best(Integer.MAX_VALUE);
            return Revisions.of(context.root, files, Deadline.after(REVISION)).orElse(null);
        } catch (IOException e) {
            log.debug("The revision of {} cannot be read", context.workspace, e);
            return null;
        }
    }

    private static Coverage coverage(Workspace workspace, @Nullable Revision revision, boolean historyPending) {
        int files = 0;
        int skipped = 0;
        Map<String, Integer> failed = new HashMap<>();
        double embedded = 0;
        for (IndexStatus index : workspace.indexes()) {
            files = Math.max(files, index.filesTotal());
            skipped = Math.max(skipped, index.filesSkipped());
            if (index.filesFailed() > 0) {
                failed.put(index.service(), index.filesFailed());
            }
            if (index.service().equals("einstein")) {
                embedded = index.share();
            }
        }
        return new Coverage(files, skipped, failed, embedded, revision, historyPending ? true : null);
    }
}
