package dev.bolt.search.query;

import dev.bolt.api.index.Freshness;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.SearchOrder;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.scan.FileSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query on its way to its answer: what to search for it, and what becomes of what is found. Used once. */
final class Asked {
    private final TextQuery query;
    private final TextQuery searched;
    private final FileSink to;
    private final Page page;

    /** What is kept until all is found, for an answer by rank. */
    private final @Nullable BestFiles best;

    private final InstantSource clock;
    private final Instant began;
    private @Nullable String reason;

    /**
     * @param to is given the files of the answer
     * @throws dev.bolt.platform.problem.ProblemException BAD_REQUEST for what is no query
     */
    Asked(TextQuery query, FileSink to, RankProperties ranks, InstantSource clock) {
        QueryText.check(query);
        boolean ranked = query.order() == SearchOrder.RANK;
        this.query = query;
        this.to = to;
        // To know the best lines each has to be found.
        this.searched = ranked ? query.but().order(SearchOrder.PATH).limit(0).build() : query;
        this.best = ranked ? new BestFiles(ranks, query.limit(), Lease.current(), Searcher.MOST_BYTES) : null;
        this.page = new Page(searched, best == null ? to : best);
        this.clock = clock;
        this.began = clock.instant();
    }

    /** What to search for. */
    TextQuery searched() {
        return searched;
    }

    /** Where what is found goes, by path. */
    Page page() {
        return page;
    }

    /** The same for the index. */
    IndexSearch.Ask ofIndex() {
        return new IndexSearch.Ask(searched, page, page.begin());
    }

    /** Says why no index can answer. */
    void because(String why) {
        reason = why;
    }

    /** Whether none but ripgrep can. */
    boolean onlyRipgrep() {
        return query.ripgrep() != null && !query.ripgrep().equals(RipgrepOptions.NONE);
    }

    /** Whether the lines are a part of all, which has to be cut from all of them. */
    boolean goesOn() {
        return searched.after() != null || page.files() > 0;
    }

    /** Gives on files by path. */
    void give(List<FileMatches> files) {
        give(files, page);
    }

    /**
     * The answer without its files.
     *
     * @param whole whether all was searched that the page wanted
     * @param ordered whether it was given the files by path, so that a next page can begin where it ends
     */
    SearchResult end(boolean whole, String engine, boolean ordered) {
        boolean complete = whole && !page.full() && !page.cut();
        if (best != null) {
            var bests = new Page(query, to);
            give(best.files(), bests);
            return result(bests, complete && !best.dropped() && !bests.full() && !bests.cut(), engine, null);
        }
        String next = query.after() != null && ordered && (page.full() || page.cut())
                ? page.last().toString()
                : null;
        return result(page, complete, engine, next);
    }

    private SearchResult result(Page answered, boolean complete, String engine, @Nullable String next) {
        long elapsed = Duration.between(began, clock.instant()).toMillis();
        var freshness = new Freshness(began, 0, reason);
        return new SearchResult(
                List.of(), answered.lines(), answered.files(), complete, engine, freshness, elapsed, next);
    }

    private static void give(List<FileMatches> files, Page page) {
        for (FileMatches file : files) {
            if (!page.take(file)) {
                return;
            }
        }
    }
}
