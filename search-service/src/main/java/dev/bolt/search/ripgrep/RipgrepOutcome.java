package dev.bolt.search.ripgrep;

import dev.bolt.api.search.FileMatches;
import java.util.List;

/**
 * What ripgrep found.
 *
 * @param files in the order in which it found them
 * @param matchedLines lines that matched
 * @param complete false if the limit, the deadline or the bound on output ended it
 */
public record RipgrepOutcome(List<FileMatches> files, long matchedLines, boolean complete) {
    public RipgrepOutcome {
        files = List.copyOf(files);
    }
}
