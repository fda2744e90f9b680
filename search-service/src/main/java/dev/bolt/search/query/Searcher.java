package dev.bolt.search.query;

import dev.bolt.api.index.Freshness;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.ingest.WorkspaceCatalog;
import dev.bolt.search.ripgrep.Ripgrep;
import dev.bolt.search.ripgrep.RipgrepOutcome;
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
import java.util.List;
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

    private final WorkspaceCatalog catalog;
    private final Optional<Ripgrep> ripgrep;
    private final IndexSearch index;
    private final Scan scan;
    private final InstantSource clock;
    private final ExecutorService pool;

    /** @param pool runs the queries of a batch side by side */
    public Searcher(
            WorkspaceCatalog catalog,
            IndexSearch index,
            Optional<Ripgrep> ripgrep,
            Scan scan,
            InstantSource clock,
            ExecutorService pool) {
        this.index = index;
        this.catalog = catalog;
        this.ripgrep = ripgrep;
        this.scan = scan;
        this.clock = clock;
        this.pool = pool;
    }

    /**
     * The lines that match, as the files are now.
     *
     * @throws ProblemException BAD_PATTERN, BAD_REQUEST, UNSUPPORTED_OPTION, WORKSPACE_NOT_FOUND or
     *     WORKSPACE_UNREADABLE if the directory is gone
     */
    public SearchResult search(TextQuery query) {
        Path root = catalog.get(query.workspace()).root();
        if (!Files.isDirectory(root)) {
            throw new ProblemException(Problem.WORKSPACE_UNREADABLE, "'%s' is no longer there".formatted(root));
        }
        QueryText.check(query);
        Instant began = clock.instant();
        Deadline deadline = Deadline.current();
        Optional<ScanOutcome> indexed = catalog.index(query.workspace(), deadline)
                .flatMap(now -> index.search(now.index(), now.overlay(), root, query, deadline));
        if (indexed.isPresent()) {
            return result(
                    indexed.get().files(),
                    indexed.get().matchedLines(),
                    indexed.get().complete(),
                    "index",
                    began);
        }
        if (ripgrep.isPresent()) {
            try {
                RipgrepOutcome found = ripgrep.get().search(root, query, deadline);
                return result(found.files(), found.matchedLines(), found.complete(), "ripgrep", began);
            } catch (IOException e) {
                log.warn("ripgrep failed; scanning instead", e);
            }
        }
        ScanOutcome found = scan.search(root, query, deadline);
        return result(found.files(), found.matchedLines(), found.complete(), "scan", began);
    }

    /** One result a query, in their order; the first problem that one of them meets if any does. */
    public List<SearchResult> search(List<TextQuery> queries) {
        Deadline deadline = Deadline.current();
        List<Future<SearchResult>> asked = queries.stream()
                .map(query -> pool.submit(() -> deadline.call(() -> search(query))))
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

    private SearchResult result(List<FileMatches> files, long lines, boolean complete, String engine, Instant began) {
        var sorted = new ArrayList<>(files);
        sorted.sort(BY_PATH);
        long elapsed = Duration.between(began, clock.instant()).toMillis();
        return new SearchResult(sorted, lines, sorted.size(), complete, engine, new Freshness(began, 0), elapsed);
    }
}
