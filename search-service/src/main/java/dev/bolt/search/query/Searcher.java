package dev.bolt.search.query;

import static java.util.Objects.requireNonNull;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.ingest.LiveIndex.Now;
import dev.bolt.search.ingest.WorkspaceCatalog;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.ripgrep.Ripgrep;
import dev.bolt.search.scan.FileSink;
import dev.bolt.search.scan.Scan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Answers text queries: from the index where it knows, by ripgrep where there is one, by a scan of our own where there
 * is none or it dies.
 */
public final class Searcher {
    /** Memory that an answer may take; a streamed one takes none. */
    static final long MOST_BYTES = 64 << 20;

    private final WorkspaceCatalog catalog;
    private final IndexSearch index;
    private final Fallback fallback;
    private final InstantSource clock;
    private final RankProperties ranks;
    private final ExecutorService pool;

    /** @param pool runs the queries of a batch that the index does not answer side by side */
    public Searcher(
            WorkspaceCatalog catalog,
            IndexSearch index,
            Optional<Ripgrep> ripgrep,
            Scan scan,
            InstantSource clock,
            RankProperties ranks,
            ExecutorService pool) {
        this.index = index;
        this.catalog = catalog;
        this.fallback = new Fallback(ripgrep, scan);
        this.clock = clock;
        this.ranks = ranks;
        this.pool = pool;
    }

    /**
     * The lines that match, as the files are now; of very many as many as fit into memory.
     *
     * @throws ProblemException BAD_PATTERN, BAD_REQUEST, UNSUPPORTED_OPTION, WORKSPACE_NOT_FOUND or
     *     WORKSPACE_UNREADABLE if the directory is gone
     */
    public SearchResult search(TextQuery query) {
        var gathered = new Gathered(Lease.current(), MOST_BYTES);
        return with(gathered.files(), search(query, gathered));
    }

    /**
     * Finds the lines that match.
     *
     * @param sink is given each file as soon as those before it are known; may have some when this fails
     * @return the answer without its files
     * @throws ProblemException as {@link #search(TextQuery)}
     */
    public SearchResult search(TextQuery query, FileSink sink) {
        return search(query, sink, root(query.workspace()), now(query.workspace()));
    }

    /** What the index of a workspace says as of now; empty where it has none. */
    Optional<Now> now(WorkspaceId workspace) {
        return catalog.index(workspace, Deadline.current());
    }

    /**
     * One result a query, in their order, all as of the same moment; the first problem that one of them meets if any
     * does. What the index answers of a workspace, it answers in one pass over its text.
     */
    public List<SearchResult> search(List<TextQuery> queries) {
        List<Gathered> gathered = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        Map<WorkspaceId, List<Asked>> byWorkspace = new LinkedHashMap<>();
        Map<Asked, String> names = new HashMap<>();
        for (TextQuery query : queries) {
            String name = "queries[%d]".formatted(asked.size());
            gathered.add(new Gathered(Lease.current(), MOST_BYTES / queries.size()));
            asked.add(Part.query(name, () -> new Asked(query, gathered.getLast(), ranks, clock)));
            names.put(asked.getLast(), name);
            byWorkspace
                    .computeIfAbsent(query.workspace(), id -> new ArrayList<>())
                    .add(asked.getLast());
        }
        Map<Asked, SearchResult> ends = new HashMap<>();
        byWorkspace.forEach((workspace, its) -> {
            Path root = Part.query(names.getOrDefault(its.getFirst(), ""), () -> root(workspace));
            Deadline deadline = Deadline.current();
            Lease lease = Lease.current();
            ends.putAll(indexed(its, root, now(workspace)));
            List<Asked> left =
                    its.stream().filter(one -> !ends.containsKey(one)).toList();
            ends.putAll(sideBySide(
                    left,
                    one -> Part.query(
                            names.getOrDefault(one, ""),
                            () -> lease.call(() -> deadline.call(() -> fallback.search(one, root))))));
        });
        List<SearchResult> results = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            results.add(with(gathered.get(i).files(), requireNonNull(ends.get(asked.get(i)))));
        }
        return results;
    }

    SearchResult search(TextQuery query, FileSink sink, Path root, Optional<Now> index) {
        var asked = new Asked(query, sink, ranks, clock);
        SearchResult end = indexed(List.of(asked), root, index).get(asked);
        return end == null ? fallback.search(asked, root) : end;
    }

    Path root(WorkspaceId workspace) {
        Path root = catalog.get(workspace).root();
        if (!Files.isDirectory(root)) {
            throw new ProblemException(Problem.WORKSPACE_UNREADABLE, "'%s' is no longer there".formatted(root));
        }
        return root;
    }

    /** The answers of those that the index answers. */
    private Map<Asked, SearchResult> indexed(List<Asked> all, Path root, Optional<Now> now) {
        if (now.isEmpty()) {
            all.forEach(one -> one.because(catalog.absence(one.searched().workspace())));
        }
        List<Asked> asked = all.stream()
                .filter(one -> now.isPresent() && !one.onlyRipgrep())
                .toList();
        Map<Asked, SearchResult> ends = new HashMap<>();
        if (!asked.isEmpty()) {
            List<Optional<Boolean>> whole = index.search(
                    now.orElseThrow().index(),
                    now.orElseThrow().overlay(),
                    root,
                    asked.stream().map(Asked::ofIndex).toList(),
                    Deadline.current());
            for (int i = 0; i < asked.size(); i++) {
                Asked one = asked.get(i);
                whole.get(i).ifPresent(its -> ends.put(one, one.end(its, "index", true)));
            }
        }
        return ends;
    }

    /** As far as the pool has threads; what none has begun is done here, so that nobody waits for one who waits. */
    private Map<Asked, SearchResult> sideBySide(List<Asked> all, Function<Asked, SearchResult> search) {
        List<FutureTask<SearchResult>> tasks = all.stream()
                .map(one -> new FutureTask<>(() -> search.apply(one)))
                .toList();
        tasks.stream().skip(1).forEach(pool::execute);
        try {
            Map<Asked, SearchResult> ends = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                tasks.get(i).run(); // does nothing if another has begun
                ends.put(all.get(i), tasks.get(i).get());
            }
            return ends;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The search was called off", e);
        } finally {
            tasks.forEach(one -> one.cancel(true));
        }
    }

    static SearchResult with(List<FileMatches> files, SearchResult end) {
        return new SearchResult(
                files,
                end.matchedLines(),
                end.matchedFiles(),
                end.complete(),
                end.engine(),
                end.freshness(),
                end.elapsedMillis(),
                end.next());
    }
}
