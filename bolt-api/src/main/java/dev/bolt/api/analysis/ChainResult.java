package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * How one file comes to depend on another.
 *
 * @param imports one import for each step, the first by the first file; empty if there is no way
 * @param freshness how current the answer is
 */
public record ChainResult(List<Dependency> imports, Freshness freshness) {
    /** Copies the list. */
    public ChainResult {
        imports = List.copyOf(imports);
    }
}
