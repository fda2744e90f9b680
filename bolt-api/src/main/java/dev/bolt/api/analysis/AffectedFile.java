package dev.bolt.api.analysis;

import java.util.List;

/**
 * A file that may break.
 *
 * @param path the file
 * @param distance imports between it and what changes: 1 for a direct dependent, 0 for a file that changes itself or
 *     that only uses what it does not import
 * @param via the file through which it depends, one step nearer to the change
 * @param uses its lines that use what changes, those that are sure first; empty if it only depends on the file
 */
public record AffectedFile(String path, int distance, String via, List<Reference> uses) {
    /** Copies the list. */
    public AffectedFile {
        uses = List.copyOf(uses);
    }
}
