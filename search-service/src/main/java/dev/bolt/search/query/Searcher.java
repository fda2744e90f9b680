package dev.bolt.search.query;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.SearchOrder;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.ingest.LiveIndex.Now;
import dev.bolt.search.ingest.WorkspaceCatalog;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.ripgrep.Ripgrep;
import dev.bolt.search.ripgrep.RipgrepOutcome;
import dev.bolt.search.scan.FileSink;
import dev.bolt.search.scan.Scan;
import dev.bolt.search.scan.ScanOutcome;
import dev.bolt.search.text.PathOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers text queries: from the index where it knows, by ripgrep where there is one, by a scan of our own where there
 * is none or it dies.
 */
public final class Searcher {
    private static final Logger log = LoggerFactory.getLogger(Searcher.class);

    private static final Comparator<FileMatches> BY_PATH = Comparator.comparing(FileMatches::path, PathOrder::compare);

    /** Memory that an answer may take; a streamed one takes none. */
    static final long MOST_BYTES = 64 << 20;

    private final WorkspaceCatalog catalog;
    private final Optional<Ripgrep> ripgrep;
    private final IndexSearch index;
    private final Scan scan;
    private final InstantSource clock;
    private final RankProperties ranks;
    private final ExecutorService pool;

    /** @param pool runs the queries of a batch side by side */
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
        this.ripgrep = ripgrep;
        this.scan = scan;
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
        var gathered = new Gathered(MOST_BYTES);
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
        return search(query, sink, root(query), now(query.workspace()));
    }

    /** What the index of a workspace says as of now; empty where it has none. */
    Optional<Now> now(WorkspaceId workspace) {
        return catalog.index(workspace, Deadline.current());
    }

    /**
     * One result a query, in their order, all as of the same moment; the first problem that one of them meets if any
     * does.
     */
    public List<SearchResult> search(List<TextQuery> queries) {
        Deadline deadline = Deadline.current();
        Map<WorkspaceId, Optional<Now>> indexes = new HashMap<>();
        for (TextQuery query : queries) {
            root(query);
            indexes.computeIfAbsent(query.workspace(), id -> catalog.index(id, deadline));
        }
        List<Future<SearchResult>> asked = queries.stream()
                .map(query -> pool.submit(() -> deadline.call(() -> {
                    var gathered = new Gathered(MOST_BYTES / queries.size());
                    Optional<Now> index = indexes.getOrDefault(query.workspace(), Optional.empty());
                    return with(gathered.files(), search(query, gathered, root(query), index));
                })))
                .toList();
        try {
            List<SearchResult> results = new ArrayList<>();
            for (Future<SearchResult> one : asked) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The search was called off", e);
        } finally {
            asked.forEach(one -> one.cancel(true));
        }
    }

    SearchResult search(TextQuery query, FileSink sink, Path root, Optional<Now> index) {
        QueryText.check(query);
        if (query.order() == SearchOrder.RANK) {
            return ranked(query, sink, root, index);
        }
        Instant began = clock.instant();
        Deadline deadline = Deadline.current();
        var page = new Page(query, sink);
        boolean only = query.ripgrep() != null && !query.ripgrep().equals(RipgrepOptions.NONE);
        Optional<Boolean> whole = (only ? Optional.<Now>empty() : index)
                .flatMap(now -> this.index.search(now.index(), now.overlay(), root, query, page, deadline));
        if (whole.isPresent()) {
            return end(query, page, whole.get(), "index", true, began);
        }
        if (ripgrep.isPresent()) {
            try {
                // A page is cut from all lines, since ripgrep does not find them in order.
                boolean all = query.after() != null || page.files() > 0;
                RipgrepOutcome found = ripgrep.get().search(root, all ? query.page(0, "") : query, deadline);
                giveByPath(found.files(), page);
                return end(query, page, found.complete(), "ripgrep", all, began);
            } catch (IOException e) {
                if (only) {
                    throw new ProblemException(Problem.UNSUPPORTED_OPTION, "ripgrep, which alone can, failed", e)
                            .withField("ripgrep");
                }
                log.warn("ripgrep failed; scanning instead", e);
            }
        }
        if (only) {
            throw new ProblemException(
                            Problem.UNSUPPORTED_OPTION,
                            "Only ripgrep can, and there is none: install ripgrep 14 or newer and start Bolt again")
                    .withField("ripgrep");
        }
        ScanOutcome found = scan.search(root, query.after() == null ? query : query.page(0, ""), deadline);
        giveByPath(found.files(), page);
        return end(query, page, found.complete(), "scan", true, began);
    }

    /** The best of all lines that match; to know them each has to be found. */
    private SearchResult ranked(TextQuery query, FileSink sink, Path root, Optional<Now> index) {
        var best = new BestFiles(ranks, query.limit(), MOST_BYTES);
        SearchResult found = search(query.but().order(SearchOrder.PATH).limit(0).build(), best, root, index);
        var page = new Page(query, sink);
        give(best.files(), page);
        boolean complete = found.complete() && !best.dropped() && !page.full() && !page.cut();
        return new SearchResult(
                List.of(),
                page.lines(),
                page.files(),
                complete,
                found.engine(),
                found.freshness(),
                found.elapsedMillis());
    }

    Path root(TextQuery query) {
        Path root = catalog.get(query.workspace()).root();
        if (!Files.isDirectory(root)) {
            throw new ProblemException(Problem.WORKSPACE_UNREADABLE, "'%s' is no longer there".formatted(root));
        }
        return root;
    }

    /** By path, but for those that were given already by one who could not end. */
    private static void giveByPath(List<FileMatches> files, Page page) {
        var sorted = new ArrayList<>(files);
        sorted.sort(BY_PATH);
        sorted.removeIf(file -> page.has(file.path()));
        give(sorted, page);
    }

    private static void give(List<FileMatches> files, Page page) {
        for (FileMatches file : files) {
            if (!page.take(file)) {
                return;
            }
        }
    }

    private SearchResult end(TextQuery query, Page page, boolean whole, String engine, boolean ordered, Instant began) {
        boolean complete = whole && !page.full() && !page.cut();
        String next = query.after() != null && ordered && (page.full() || page.cut())
                ? page.last().toString()
                : null;
        long elapsed = Duration.between(began, clock.instant()).toMillis();
        return new SearchResult(
                List.of(), page.lines(), page.files(), complete, engine, new Freshness(began, 0), elapsed, next);
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
