package dev.bolt.api.search;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * Files that a search looks into.
 *
 * @param paths relative to the workspace, {@code /}-separated, in the order of their bytes
 * @param files how many there are, with those that the limit cut off
 * @param engine {@code index}, or {@code walk} where the directory was walked for it
 * @param freshness as of when
 * @param elapsedMillis how long it took
 */
public record PathResult(List<String> paths, long files, String engine, Freshness freshness, long elapsedMillis) {
    /** Copies the list. */
    public PathResult {
        paths = List.copyOf(paths);
    }
}
