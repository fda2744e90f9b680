package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * What a change touches.
 *
 * @param changed the files of the diff, in its order
 * @param affected those that use what changes first, the surest before; then the nearest, then by path
 * @param total how many there are in all
 * @param complete false if so many definitions change that not the uses of all were looked for
 * @param freshness how current the answer is
 */
public record ChangeResult(
        List<ChangedFile> changed, List<AffectedFile> affected, int total, boolean complete, Freshness freshness) {
    /** Copies the lists. */
    public ChangeResult {
        changed = List.copyOf(changed);
        affected = List.copyOf(affected);
    }
}
