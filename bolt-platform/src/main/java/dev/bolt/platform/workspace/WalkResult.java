package dev.bolt.platform.workspace;

import java.nio.file.Path;
import java.util.List;

/**
 * What a walk found, and how much it left out.
 *
 * @param files by path, in the order of {@link String#compareTo}
 * @param skippedBinary files left out as binary
 * @param skippedLarge files left out as too large
 * @param skippedUnreadable files and folders that could not be read
 * @param ignored files and folders left out as hidden or by an ignore rule; what lies in such a folder is not counted
 * @param linkedRules ignore files that are links, and git's own where they lie elsewhere: what is written to them is
 *     not seen by who watches the directory
 */
public record WalkResult(
        List<WorkspaceFile> files,
        int skippedBinary,
        int skippedLarge,
        int skippedUnreadable,
        int ignored,
        List<Path> linkedRules) {
    /** Copies the lists. */
    public WalkResult {
        files = List.copyOf(files);
        linkedRules = List.copyOf(linkedRules);
    }
}
