package dev.bolt.analysis.ingest;

import dev.bolt.analysis.ingest.TouchedFiles.Changes;
import dev.bolt.platform.watch.ChangeLog;
import dev.bolt.platform.watch.OuterRules;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.platform.workspace.WalkListener;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Knows what changed in a workspace since the last look, or that anything may have. For one look at a time:
 * {@link #look}, then {@link #walk} and {@link #walked} if that could not tell, and {@link #seen} once what it told is
 * in the model.
 */
final class WatchedTree implements AutoCloseable {
    /** An idle watch answers within microseconds; who copies a large tree in is walked. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Path root;
    private final ChangeLog log = new ChangeLog();
    private final TouchedFiles files;
    private final TreeWatch watch;
    private OuterRules rules;
    private Set<String> touched = Set.of();
    private boolean unseen = true;
    private boolean whole;

    private WatchedTree(Path root, WalkOptions options) throws IOException {
        this.root = root;
        this.files = new TouchedFiles(root, options);
        this.rules = OuterRules.of(root);
        this.watch = TreeWatch.open(root, log);
    }

    /** Begins with nothing watched before the first walk; empty where the kernel tells no changes. */
    static Optional<WatchedTree> of(Path root, WalkOptions options) {
        try {
            return TreeWatch.supported() ? Optional.of(new WatchedTree(root, options)) : Optional.empty();
        } catch (IOException unwatchable) {
            return Optional.empty();
        }
    }

    /** Whether it still hears of changes. */
    boolean works() {
        return watch.works();
    }

    /** What changed since the last look that was seen; empty if only a walk can tell, as for the first. */
    Optional<Changes> look(NavigableMap<String, AnalyzedFile> known) {
        boolean sure = watch.caughtUp(PATIENCE);
        ChangeLog.Taken taken = log.take();
        OuterRules outer = OuterRules.of(root);
        boolean all = unseen || !sure || taken.lost() || !outer.equals(rules);
        rules = outer;
        touched = taken.paths();
        unseen = true;
        return all ? Optional.empty() : files.changes(touched, known);
    }

    /**
     * Walks, after a look. The first walk watches each directory before it looks into it, so that nothing is listed
     * twice; where the kernel has too few watches left, nothing is watched any more.
     *
     * @param found is told each file at once
     */
    WalkResult walk(WalkOptions options, Consumer<WorkspaceFile> found) {
        WalkResult result = WorkspaceWalk.of(root, options).walk(whole ? told(found) : new Registration(found));
        whole = true;
        return result;
    }

    /** A walk that only tells what it finds. */
    static WalkListener told(Consumer<WorkspaceFile> found) {
        return new WalkListener() {
            @Override
            public void found(WorkspaceFile file) {
                found.accept(file);
            }
        };
    }

    private final class Registration implements WalkListener {
        private final Consumer<WorkspaceFile> found;

        private Registration(Consumer<WorkspaceFile> found) {
            this.found = found;
        }

        @Override
        public void entering(Path directory) {
            try {
                watch.directory(directory);
            } catch (IOException unwatchable) {
                watch.close();
            }
        }

        @Override
        public void leftOut(Path directory) {
            try {
                watch.tree(directory);
            } catch (IOException unwatchable) {
                watch.close();
            }
        }

        @Override
        public void found(WorkspaceFile file) {
            found.accept(file);
        }
    }

    /** A walk that began after the look has found these files. */
    void walked(Set<String> found) {
        files.walked(touched, found);
    }

    /** The model has all that the look, or the walk after it, told. */
    void seen() {
        unseen = false;
    }

    @Override
    public void close() {
        watch.close();
    }
}
