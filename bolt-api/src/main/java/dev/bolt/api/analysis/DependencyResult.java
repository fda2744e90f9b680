package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * A file's place in the dependency graph.
 *
 * @param path the file
 * @param dependencies what it imports, by line
 * @param dependents who imports it, by path and line
 * @param freshness how current the answer is
 */
public record DependencyResult(
        String path, List<Dependency> dependencies, List<Dependency> dependents, Freshness freshness) {
    /** Copies the lists. */
    public DependencyResult {
        dependencies = List.copyOf(dependencies);
        dependents = List.copyOf(dependents);
    }
}
