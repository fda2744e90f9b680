package dev.bolt.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file has.
 *
 * @param path relative to the workspace, {@code /}-separated; in one that is no UTF-8 a byte that is none stands as
 *     {@code \xe9}, and a backslash as {@code \x5c}
 * @param lines by line number
 * @param binaryOffset where a NUL byte ended the search of this file; null if none did
 */
public record FileMatches(
        String path, List<MatchedLine> lines, @Nullable Long binaryOffset) {
    /** Copies the list. */
    public FileMatches {
        lines = List.copyOf(lines);
    }

    /** How many lines matched; context is not counted. */
    public long matched() {
        return lines.stream().filter(line -> !line.context()).count();
    }
}
