package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a file.
 *
 * @param path the file
 * @param roots its outermost definitions, by line
 * @param maintainability index of a Python file, 0 (worst) to 100, as radon computes it; null for other languages and
 *     for a file with a syntax error
 * @param freshness how current the answer is
 */
public record OutlineResult(
        String path, List<OutlineNode> roots, @Nullable Double maintainability, Freshness freshness) {
    /** Copies the list. */
    public OutlineResult {
        roots = List.copyOf(roots);
    }
}
