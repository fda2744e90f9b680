package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * Around some classes.
 *
 * @param types one for each class of that name, by path and line
 * @param freshness how current the answer is
 */
public record HierarchyResult(List<TypeHierarchy> types, Freshness freshness) {
    /** Copies the list. */
    public HierarchyResult {
        types = List.copyOf(types);
    }
}
