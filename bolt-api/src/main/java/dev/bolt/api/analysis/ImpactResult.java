package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * Who may break.
 *
 * @param affected nearest first, then by path
 * @param total how many there are in all
 * @param freshness how current the answer is
 */
public record ImpactResult(List<ImpactedFile> affected, int total, Freshness freshness) {
    /** Copies the list. */
    public ImpactResult {
        affected = List.copyOf(affected);
    }
}
