package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * Uses of a name.
 *
 * @param references by path and line
 * @param total how many there are in all
 * @param freshness how current the answer is
 */
public record ReferenceResult(List<Reference> references, int total, Freshness freshness) {
    /** Copies the list. */
    public ReferenceResult {
        references = List.copyOf(references);
    }
}
