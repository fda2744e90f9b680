package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * The outline of a file.
 *
 * @param path the file
 * @param roots its outermost definitions, by line
 * @param freshness how current the answer is
 */
public record OutlineResult(String path, List<OutlineNode> roots, Freshness freshness) {
    /** Copies the list. */
    public OutlineResult {
        roots = List.copyOf(roots);
    }
}
