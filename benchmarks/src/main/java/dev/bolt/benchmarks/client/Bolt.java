package dev.bolt.benchmarks.client;

import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarityApi;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveApi;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.vitals.BoltStatus;
import dev.bolt.api.vitals.StatusApi;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.api.workspace.WorkspaceApi;
import dev.bolt.api.workspace.WorkspaceRegistration;
import dev.bolt.orchestrator.evidence.Knowledge;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** A running Bolt, asked through its gateway; or one of its services, with its secret for a token. */
public final class Bolt {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final int SERVICES = 3;

    private final RestClient client;
    private final SolveApi solves;
    private final WorkspaceApi workspaces;
    private final SimilarityApi similarities;
    private final SearchApi searches;
    private final SymbolApi symbols;
    private final AnalysisApi analyses;
    private final StatusApi statuses;

    /** Asks nothing yet. */
    public Bolt(String address, String token) {
        client = RestClient.builder()
                .baseUrl(address)
                .defaultHeader("Authorization", "Bearer " + token)
                .defaultHeader("X-Bolt-Internal", token)
                .build();
        var proxies = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build();
        solves = proxies.createClient(SolveApi.class);
        workspaces = proxies.createClient(WorkspaceApi.class);
        similarities = proxies.createClient(SimilarityApi.class);
        searches = proxies.createClient(SearchApi.class);
        symbols = proxies.createClient(SymbolApi.class);
        analyses = proxies.createClient(AnalysisApi.class);
        statuses = proxies.createClient(StatusApi.class);
    }

    /** Registers a directory and does not wait. */
    public void register(WorkspaceId id, Path directory) {
        workspaces.register(id, new WorkspaceRegistration(directory.toString()));
    }

    /** Registers a directory and waits until every service has read it. */
    public void read(WorkspaceId id, Path directory) {
        register(id, directory);
        Workspace now = workspaces.get(id);
        while (now.indexes().size() < SERVICES
                || now.indexes().stream().anyMatch(index -> index.state() == IndexState.BUILDING)) {
            LockSupport.parkNanos(POLL.toNanos());
            now = workspaces.get(id);
        }
    }

    /** Its files are not touched. */
    public void forget(WorkspaceId id) {
        workspaces.forget(id);
    }

    /** Asks for so many files, 0 for the default, and waits for the answer: by its events, as the command line does. */
    public Solve solve(WorkspaceId id, String question, int limit) {
        var request = new SolveRequest(id, question, true, 0, limit, null, 0);
        Solve accepted = solves.submit(request, null).getBody();
        if (accepted == null) {
            throw new IllegalStateException("The gateway accepted the question without an answer");
        }
        events(accepted.id());
        Solve now = solves.get(accepted.id());
        while (!now.state().ended()) { // the stream broke
            LockSupport.parkNanos(POLL.toNanos());
            now = solves.get(accepted.id());
        }
        return now;
    }

    /** Hands the question in and does not wait. */
    public Solve submit(SolveRequest request, @Nullable String key) {
        return Objects.requireNonNull(solves.submit(request, key).getBody());
    }

    /** Where it stands. */
    public Solve get(String id) {
        return solves.get(id);
    }

    /** Calls it off. */
    public void cancel(String id) {
        solves.cancel(id);
    }

    /** The newest, newest first. */
    public List<Solve> newest(int limit) {
        return solves.list(limit, null);
    }

    /** The types of all its events, in order, once it has ended. */
    public List<String> events(String id) {
        String stream = client.get()
                .uri("/v1/solves/" + id + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .retrieve()
                .body(String.class);
        return Objects.requireNonNull(stream)
                .lines()
                .filter(line -> line.startsWith("event:"))
                .map(line -> line.substring(6))
                .toList();
    }

    /** How Bolt is as a whole. */
    public BoltStatus status() {
        return statuses.status();
    }

    /** Files by meaning and words alone, best first. */
    public SimilarityResult similar(WorkspaceId id, String text, int limit) {
        return similarities.similar(new SimilarityQuery(id, text, null, limit));
    }

    /** What this question finds. */
    public SimilarityResult similar(SimilarityQuery query) {
        return similarities.similar(query);
    }

    /** Its knowledge services, as a solve asks them. */
    public Knowledge knowledge() {
        return new Knowledge(searches, similarities, symbols, analyses, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Waits until every chunk that will have a vector has one; minutes for a large tree. */
    public void embed(WorkspaceId id) {
        while (workspaces.get(id).indexes().stream()
                .noneMatch(index -> index.service().equals("einstein") && index.share() >= 1)) {
            LockSupport.parkNanos(POLL.toNanos() * 50);
        }
    }
}
