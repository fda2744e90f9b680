package dev.bolt.search.query;

import dev.bolt.api.index.Freshness;
import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.PathResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.scan.Scan;
import dev.bolt.search.text.PathOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Lists the files that a search would look into: from the index where it knows, by a walk where it does not. */
public final class PathSearch {
    private final Searcher searcher;
    private final IndexSearch index;
    private final Scan scan;
    private final InstantSource clock;

    public PathSearch(Searcher searcher, IndexSearch index, Scan scan, InstantSource clock) {
        this.searcher = searcher;
        this.index = index;
        this.scan = scan;
        this.clock = clock;
    }

    /**
     * The files, by path.
     *
     * @throws ProblemException BAD_REQUEST or UNSUPPORTED_OPTION for what is no glob or no known type,
     *     WORKSPACE_NOT_FOUND, or WORKSPACE_UNREADABLE if the directory is gone
     */
    public PathResult search(PathQuery query) {
        Instant began = clock.instant();
        TextQuery text = TextQuery.of(query.workspace(), List.of(""))
                .hidden(query.hidden())
                .noIgnore(query.noIgnore())
                .globs(query.globs())
                .types(query.types())
                .typesNot(query.typesNot())
                .build();
        QueryText.check(text);
        Path root = searcher.root(text.workspace());
        Optional<List<String>> known =
                searcher.now(query.workspace()).flatMap(now -> index.paths(now.index(), now.overlay(), text));
        List<String> paths = known.orElseGet(() -> scan.paths(root, text)).stream()
                .sorted(PathOrder::compare)
                .toList();
        boolean cut = query.limit() > 0 && query.limit() < paths.size();
        return new PathResult(
                cut ? paths.subList(0, query.limit()) : paths,
                paths.size(),
                known.isPresent() ? "index" : "walk",
                new Freshness(began, 0),
                Duration.between(began, clock.instant()).toMillis());
    }
}
