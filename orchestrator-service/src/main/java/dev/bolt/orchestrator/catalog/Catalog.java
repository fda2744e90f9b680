package dev.bolt.orchestrator.catalog;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.orchestrator.history.GitHistory;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.ledger.Ledger.Registered;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces, durable, and what each knowledge service and git have of them. A service that is down is left out of
 * an answer; one that has lost a workspace is asked to build it again.
 */
public final class Catalog {
    private static final Logger log = LoggerFactory.getLogger(Catalog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Knowledge knowledge;
    private final ExecutorService calls;
    private final InstantSource clock;
    private final GitHistory history;

    public Catalog(Ledger ledger, Knowledge knowledge, ExecutorService calls, InstantSource clock, GitHistory history) {
        this.ledger = ledger;
        this.knowledge = knowledge;
        this.calls = calls;
        this.clock = clock;
        this.history = history;
    }

    /** @throws ProblemException WORKSPACE_UNREADABLE if the path cannot be one */
    public Workspace register(WorkspaceId id, String path) {
        WorkspaceRoot root = WorkspaceRoot.open(path);
        String real = root.path().toString();
        Registered registered = ledger.register(id, real, clock.instant());
        history.begin(root.path());
        return workspace(registered, index -> Optional.of(index.build(id, new IndexRequest(real))));
    }

    /** @throws ProblemException WORKSPACE_NOT_FOUND if it is not registered */
    public Workspace get(WorkspaceId id) {
        Registered registered = registered(id);
        return workspace(registered, index -> Optional.of(status(index, registered)));
    }

    /** The services that index workspaces, by name; each that does not answer is missing in a {@link Workspace}. */
    public Set<String> services() {
        return knowledge.indexes().keySet();
    }

    /** The git history of the workspaces, read from their registration on. */
    public GitHistory history() {
        return history;
    }

    /** Its directory. */
    public WorkspaceRoot root(WorkspaceId id) {
        return WorkspaceRoot.open(registered(id).path());
    }

    /** All, by id. */
    public List<Workspace> list() {
        return ledger.workspaces().stream()
                .map(registered -> workspace(registered, index -> Optional.of(status(index, registered))))
                .toList();
    }

    /** Forgets it everywhere; silent if it is not registered. */
    public void forget(WorkspaceId id) {
        ledger.forget(id);
        gather(index -> {
            index.drop(id);
            return Optional.empty();
        });
    }

    private Registered registered(WorkspaceId id) {
        return ledger.workspace(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.WORKSPACE_NOT_FOUND,
                        "There is no workspace '%s'. PUT /v1/workspaces/%s registers it.".formatted(id, id)));
    }

    private static IndexStatus status(IndexApi index, Registered registered) {
        try {
            return index.status(registered.id());
        } catch (ProblemException e) {
            if (e.problem() == Problem.WORKSPACE_NOT_FOUND) {
                return index.build(registered.id(), new IndexRequest(registered.path()));
            }
            throw e;
        }
    }

    private Workspace workspace(Registered registered, Function<IndexApi, Optional<IndexStatus>> ask) {
        return new Workspace(registered.id(), registered.path(), registered.at(), gather(ask));
    }

    private List<IndexStatus> gather(Function<IndexApi, Optional<IndexStatus>> ask) {
        Deadline deadline = Deadline.after(PATIENCE).earlier(Deadline.current());
        var asked = new ArrayList<Future<Optional<IndexStatus>>>();
        knowledge
                .indexes()
                .forEach((service, index) -> asked.add(calls.submit(() -> deadline.call(() -> ask.apply(index)))));
        var statuses = new ArrayList<IndexStatus>();
        for (Future<Optional<IndexStatus>> one : asked) {
            try {
                one.get().ifPresent(statuses::add);
            } catch (ExecutionException e) {
                log.debug("A service did not say how its index is", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return statuses;
            }
        }
        return statuses;
    }
}
