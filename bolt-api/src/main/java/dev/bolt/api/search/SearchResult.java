package dev.bolt.api.search;

import dev.bolt.api.index.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that match.
 *
 * @param files by path, in byte order
 * @param matchedLines lines that matched, context not counted
 * @param matchedFiles files with at least one
 * @param complete false if the limit or the deadline ended the search early: the counts are then "at least"
 * @param engine who searched: {@code index}, {@code ripgrep} or {@code scan}
 * @param freshness how current the answer is
 * @param elapsedMillis time inside the service
 * @param next where the next page begins, for {@link TextQuery#after}; null after the last, and where none was asked
 *     for
 */
public record SearchResult(
        List<FileMatches> files,
        long matchedLines,
        long matchedFiles,
        boolean complete,
        String engine,
        Freshness freshness,
        long elapsedMillis,
        @Nullable String next) {
    /** Copies the list. */
    public SearchResult {
        files = List.copyOf(files);
    }

    /** An answer without a next page. */
    public SearchResult(
            List<FileMatches> files,
            long matchedLines,
            long matchedFiles,
            boolean complete,
            String engine,
            Freshness freshness,
            long elapsedMillis) {
        this(files, matchedLines, matchedFiles, complete, engine, freshness, elapsedMillis, null);
    }
}
