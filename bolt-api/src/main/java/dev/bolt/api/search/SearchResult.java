package dev.bolt.api.search;

import dev.bolt.api.index.Freshness;
import java.util.List;

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
 */
public record SearchResult(
        List<FileMatches> files,
        long matchedLines,
        long matchedFiles,
        boolean complete,
        String engine,
        Freshness freshness,
        long elapsedMillis) {
    /** Copies the list. */
    public SearchResult {
        files = List.copyOf(files);
    }
}
