package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import java.util.List;

/**
 * What the scan found.
 *
 * @param files by path
 * @param matchedLines lines that matched
 * @param complete false if the limit or the deadline ended it
 */
public record ScanOutcome(List<FileMatches> files, long matchedLines, boolean complete) {
    public ScanOutcome {
        files = List.copyOf(files);
    }
}
