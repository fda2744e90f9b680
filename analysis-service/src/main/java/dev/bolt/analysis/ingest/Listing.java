package dev.bolt.analysis.ingest;

import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceRoot;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The files of a workspace that a model may have.
 *
 * @param walk that found them, and others
 * @param files of languages that are known
 */
record Listing(WalkResult walk, List<WorkspaceFile> files) {

    /**
     * Walks, and watches what is not watched yet.
     *
     * @param found is told each file at once, others included
     */
    static Listing of(
            WorkspaceRoot root, Optional<WatchedTree> watch, WalkOptions options, Consumer<WorkspaceFile> found) {
        WalkResult walk = watch.map(tree -> tree.walk(options, found))
                .orElseGet(() -> WorkspaceWalk.of(root.path(), options).walk(WatchedTree.told(found)));
        return new Listing(
                walk,
                walk.files().stream()
                        .filter(file -> FileAnalyzer.knows(file.path()))
                        .toList());
    }

    /** How many files of code are not among them. */
    LeftOut leftOut() {
        long uncovered = walk.files().stream()
                .filter(file -> FileAnalyzer.uncovered(file.path()))
                .count();
        return new LeftOut(walk.skippedLarge() + (int) uncovered, walk.skippedUnreadable());
    }

    static Set<String> paths(Collection<WorkspaceFile> files) {
        return files.stream().map(WorkspaceFile::path).collect(Collectors.toSet());
    }
}
