package dev.bolt.api.analysis;

import java.util.List;

/**
 * Files that import each other, directly or in a circle: one strongly connected component of two or more.
 *
 * @param paths its files, by path
 * @param example a shortest circle inside it, of those that run where any does, the first path repeated at the end
 * @param runtime true if a circle remains when imports in functions and under {@code TYPE_CHECKING} are left out
 */
public record Cycle(List<String> paths, List<String> example, boolean runtime) {
    /** Copies the lists. */
    public Cycle {
        paths = List.copyOf(paths);
        example = List.copyOf(example);
    }
}
