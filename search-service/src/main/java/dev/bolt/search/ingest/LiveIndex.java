package dev.bolt.search.ingest;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.watch.ChangeLog;
import dev.bolt.platform.watch.OuterRules;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceWalk;
import dev.bolt.search.index.NoRoomException;
import dev.bolt.search.index.Overlay;
import dev.bolt.search.index.WorkspaceIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of one directory, kept true by a watch: {@link #now} tells what to search as of the call, every write
 * before it included, or nothing while that is not known; ripgrep answers then. Safe for many threads.
 */
public final class LiveIndex implements AutoCloseable {
    /** More files are walked in the background, and ripgrep answers meanwhile. */
    private static final int MOST_WALKED = 2_000;

    /** More changed files cost more to read than ripgrep does. */
    private static final int MOST_READ = 2_000;

    /** More changes than this, or than a tenth of all files, are worth a new index. */
    private static final int FEW_CHANGES = 256;

    /** An idle watch answers within a millisecond. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Another search that looks at changes is done by then; a walk in the background may not be. */
    private static final Duration TURN = Duration.ofMillis(100);

    /** Why there is nothing to search before the first index. */
    static final String NOT_YET = "The workspace is being indexed";

    private static final String BUSY = "Changes are being taken in";

    private static final Logger log = LoggerFactory.getLogger(LiveIndex.class);

    private final Path root;
    private final IndexPlace place;
    private final Executor background;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean maintained = new AtomicBoolean();
    private final TreeWatch watch;
    private final ChangeRecorder recorder = new ChangeRecorder();
    private final HeavyFiles heavies;
    private volatile @Nullable WorkspaceIndex index;
    private @Nullable FileView view;
    private OuterRules rules;
    private volatile String missing = NOT_YET;
    private volatile String absence = NOT_YET;

    /**
     * What to search.
     *
     * @param index the text and trigrams
     * @param overlay what has changed since
     */
    public record Now(WorkspaceIndex index, Overlay overlay) {}

    /**
     * Watches a directory; there is no index yet.
     *
     * @param place where its index is
     * @param background runs what a search does not wait for
     * @throws IOException if the directory cannot be watched
     */
    LiveIndex(Path root, IndexPlace place, Executor background) throws IOException {
        this.root = root;
        this.place = place;
        this.background = background;
        this.heavies = new HeavyFiles(root);
        this.rules = OuterRules.of(root);
        this.watch = TreeWatch.start(root, recorder);
    }

    /** Opens the saved index and finds out what has changed since; empty if there is none to open. */
    Optional<WorkspaceIndex> open() {
        Optional<WorkspaceIndex> saved = place.open(root);
        saved.ifPresent(opened -> {
            var opening = new FileView(root, opened.store().files(), List.of());
            opening.lost();
            opening.walk();
            begin(opened, opening);
        });
        return saved;
    }

    /**
     * Builds an index of the files as they are and takes it instead of the one before.
     *
     * @param walked is told how many files there are
     * @param packed is told how many are done
     * @throws IOException if it cannot be written
     */
    WorkspaceIndex build(IntConsumer walked, IntConsumer packed) throws IOException, InterruptedException {
        OuterRules outer = OuterRules.of(root);
        recorder.fork();
        WalkResult walk =
                WorkspaceWalk.of(root, new WalkOptions(false, false, 0, false)).walk();
        walked.accept(walk.files().size());
        WorkspaceIndex built = place.build(root, walk.files(), packed);
        lock.lock();
        try {
            recorder.takeFork();
            rules = outer;
            begin(built, new FileView(root, built.store().files(), walk.linkedRules()));
        } finally {
            lock.unlock();
        }
        return built;
    }

    /** Whether there is an index, and it is kept true. */
    boolean works() {
        return index != null && watch.works();
    }

    /** What to search as of now; empty if that is not known, or is better left to ripgrep. */
    public Optional<Now> now(Deadline deadline) {
        WorkspaceIndex searched = index;
        if (searched == null) {
            return absent(missing);
        }
        if (searched.store().spoiled()) {
            maintainLater();
            return absent("The index is spoiled and is built anew");
        }
        if (!watch.caughtUp(deadline.earlier(Deadline.after(PATIENCE)).remaining())) {
            return absent(watch.works() ? BUSY : "Changes are no longer told: register the workspace again");
        }
        try {
            if (!lock.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                return absent(BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return absent("The search was called off");
        }
        try {
            return settled();
        } catch (ProblemException late) {
            return absent("The time ran out before the changes were taken in");
        } finally {
            lock.unlock();
        }
    }

    /** Why {@link #now} told nothing when it last did, for a person. */
    String absence() {
        return absence;
    }

    private Optional<Now> absent(String why) {
        absence = why;
        return Optional.empty();
    }

    private Optional<Now> settled() {
        WorkspaceIndex searched = index;
        FileView seen = view;
        if (searched == null || seen == null) {
            return absent(missing);
        }
        takeChanges(seen);
        int toWalk = seen.toWalk();
        if (toWalk > MOST_WALKED) {
            maintainLater();
            return absent(
                    seen.missed()
                            ? "Changes were missed, or rules for all files changed: the files are being listed anew"
                            : "Much has changed: the files are being listed anew");
        }
        if (toWalk > 0) {
            seen.walk();
        }
        Overlay overlay = seen.overlay();
        boolean heavy = heavies.in(overlay);
        if (isLarge(overlay, searched) || heavies.due(overlay)) {
            maintainLater();
        }
        if (heavy) {
            return absent("A file that is new or changed is large: the next index takes it in");
        }
        return overlay.read().size() > MOST_READ
                ? absent("Much has changed: a new index is being built")
                : Optional.of(new Now(searched, overlay));
    }

    private void takeChanges(FileView seen) {
        ChangeLog.Taken taken = recorder.take();
        seen.touched(taken.paths());
        Instant asked = Instant.now();
        OuterRules outer = OuterRules.of(root, seen.linkedRules());
        if (taken.lost() || !outer.equals(rules)) {
            rules = outer.asOf(asked);
            seen.lost();
        }
    }

    private static boolean isLarge(Overlay overlay, WorkspaceIndex of) {
        int changes = overlay.read().size() + overlay.stale().size();
        return changes > Math.max(FEW_CHANGES, of.store().files().size() / 10);
    }

    private void maintainLater() {
        if (maintained.compareAndSet(false, true)) {
            background.execute(this::maintain);
        }
    }

    /** Walks what is too much for a search to walk, and builds a new index where too much has changed or is spoiled. */
    private void maintain() {
        try {
            boolean large;
            lock.lock();
            try {
                FileView seen = view;
                WorkspaceIndex searched = index;
                if (seen == null || searched == null) {
                    return;
                }
                takeChanges(seen);
                seen.walk();
                large = searched.store().spoiled() || isLarge(seen.overlay(), searched) || heavies.due(seen.overlay());
            } finally {
                lock.unlock();
            }
            if (large) {
                long began = System.nanoTime();
                build(files -> {}, files -> {});
                heavies.built(Duration.ofNanos(System.nanoTime() - began));
            }
        } catch (NoRoomException full) {
            without(NoRoomException.WORDS);
        } catch (IOException e) {
            log.warn("The index of {} could not be built anew: {}", root, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            maintained.set(false);
        }
    }

    @Override
    public void close() {
        index = null;
        watch.close();
        place.close();
    }

    /** There is no index from now on, and this is why. */
    void without(String why) {
        missing = why;
        absence = why;
        index = null;
    }

    private void begin(WorkspaceIndex begun, FileView seen) {
        lock.lock();
        try {
            view = seen;
            index = begun;
            background.execute(() -> seeUnseen(seen));
        } finally {
            lock.unlock();
        }
    }

    /** What is hidden or ignored is looked for later: few searches ask for it. */
    private void seeUnseen(FileView seen) {
        lock.lock();
        try {
            if (view == seen) {
                seen.walkUnseen();
            }
        } finally {
            lock.unlock();
        }
    }
}
