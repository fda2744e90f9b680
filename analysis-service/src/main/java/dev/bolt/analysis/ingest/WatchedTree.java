package dev.bolt.analysis.ingest;

import dev.bolt.analysis.ingest.TouchedFiles.Changes;
import dev.bolt.platform.watch.ChangeLog;
import dev.bolt.platform.watch.OuterRules;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.platform.workspace.WalkOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * Knows what changed in a workspace since the last look, or that anything may have. For one look at a time:
 * {@link #look}, then {@link #walked} if that could not tell, and {@link #seen} once what it told is in the model.
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

    private WatchedTree(Path root, WalkOptions options) throws IOException {
        this.root = root;
        this.files = new TouchedFiles(root, options);
        this.rules = OuterRules.of(root);
        this.watch = TreeWatch.start(root, log);
    }

    /** Begins; empty where the kernel tells no changes, or has too few watches left. */
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
