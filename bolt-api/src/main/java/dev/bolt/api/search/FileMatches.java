package dev.bolt.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file has.
 *
 * @param path relative to the workspace, {@code /}-separated
 * @param lines by line number
 * @param binaryOffset where a NUL byte ended the search of this file; null if none did
 */
public record FileMatches(
        String path, List<MatchedLine> lines, @Nullable Long binaryOffset) {
    /** Copies the list. */
    public FileMatches {
        lines = List.copyOf(lines);
    }
}
