package dev.bolt.analysis.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.workspace.PathBytes;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WalkOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest model of one workspace and how far the build of the next one is. Many readers, one build at a time; each
 * status is one moment, so that what is READY has all its files.
 */
public final class WorkspaceIndex {
    private final WorkspaceId id;
    private final Path root;
    private final AtomicInteger done = new AtomicInteger();
    private final ReentrantLock saving = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile CodeModel model = CodeModel.empty();
    private volatile IndexState state = IndexState.BUILDING;
    private volatile int total;
    private volatile LeftOut leftOut = LeftOut.NOTHING;
    private volatile String message = "Listing files";
    private volatile Instant readAt;
    private volatile @Nullable Instant asOf;
    private volatile boolean dropped;
    private volatile int behind;
    private long lastLook = System.nanoTime();
    private volatile @Nullable WatchedTree watch;
    private volatile ModelPlan plan;
    private volatile String missing = "";
    private volatile @Nullable String unreadable;

    WorkspaceIndex(WorkspaceId id, Path root, ModelPlan plan, Instant now) {
        this.id = id;
        this.root = root;
        this.plan = plan;
        this.readAt = now;
    }

    Path root() {
        return root;
    }

    /** What of the workspace the model has. */
    ModelPlan plan() {
        return plan;
    }

    /**
     * The next model will have this much; within a build. What was made under another plan is forgotten, and nobody
     * watches any more: a watch looks at files up to the size of the plan before.
     *
     * @param missing what it lacks, for people
     */
    synchronized void plan(ModelPlan now, String missing) {
        if (plan.largestBytes() != now.largestBytes()) {
            unwatch();
        }
        if (plan.detail() != now.detail()) {
            model = CodeModel.empty();
        }
        plan = now;
        this.missing = missing;
    }

    /** What is known now; empty before the first files are read. */
    public CodeModel model() {
        return model;
    }

    /**
     * The lines of a file of the model as they are now; none if it is gone.
     *
     * @param path one that the model has: others are not read
     */
    public List<String> text(String path) {
        if (!model.files().containsKey(path)) {
            return List.of();
        }
        return SourceText.read(PathBytes.resolve(root, path), 0)
                .map(text -> text.lines().toList())
                .orElse(List.of());
    }

    /** How current {@link #model()} is. */
    public synchronized Freshness freshness() {
        int behind = state == IndexState.BUILDING ? Math.max(this.behind, total - done.get()) : 0;
        return new Freshness(readAt, behind, unreadable);
    }

    synchronized IndexStatus status() {
        int read = Math.min(done.get(), total);
        double share = state == IndexState.READY ? 1 : total == 0 ? 0 : (double) read / total;
        return new IndexStatus(
                "analysis", id, state, read, total, leftOut.skipped(), leftOut.failed(), share, asOf, message);
    }

    boolean dropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
        unwatch();
    }

    /**
     * Watches the root if nobody does, where it can be; within a look or a build.
     *
     * @param options of the walk that the watch stands in for
     */
    Optional<WatchedTree> watched(WalkOptions options) {
        WatchedTree now = watch;
        if (now == null || !now.works()) {
            unwatch();
            watch = WatchedTree.of(root, options).orElse(null);
            if (dropped) {
                unwatch();
            }
        }
        return Optional.ofNullable(watch);
    }

    private void unwatch() {
        WatchedTree now = watch;
        watch = null;
        if (now != null) {
            now.close();
        }
    }

    boolean building() {
        return state == IndexState.BUILDING;
    }

    synchronized void list() {
        done.set(0);
        total = 0;
        message = "Listing files";
        state = IndexState.BUILDING;
    }

    /** Those that {@link #advance} told of since {@link #list} count. */
    synchronized void begin(int files, LeftOut left) {
        total = files;
        behind = 0;
        leftOut = left;
        message = "Parsing files";
    }

    int advance() {
        return done.incrementAndGet();
    }

    /**
     * Runs a look at the files unless one began since this was called: whoever asks meanwhile shares the next one.
     * While a build runs there is none.
     */
    void look(Runnable look) {
        long asked = System.nanoTime();
        reading.lock();
        try {
            if (state == IndexState.READY && !dropped && lastLook - asked < 0) {
                lastLook = System.nanoTime();
                look.run();
            }
        } finally {
            reading.unlock();
        }
    }

    /** Runs a build when no look is under way. */
    void alone(Runnable build) {
        reading.lock();
        try {
            build.run();
        } finally {
            reading.unlock();
        }
    }

    /** A look could not be had: what is answered is older than it should be, and says so until one can. */
    void unreadable(@Nullable String why) {
        unreadable = why;
    }

    /** So many files are known to have changed. */
    void behind(int files) {
        behind = files;
    }

    /** A look that left out no more and no fewer files than the one before came to this. */
    synchronized void refreshed(CodeModel fresh, Instant at) {
        refreshed(fresh, fresh.files().size(), leftOut, at);
    }

    /** A look came to this; where a build was asked for meanwhile, its state stays. */
    synchronized void refreshed(CodeModel fresh, int files, LeftOut left, Instant at) {
        model = fresh;
        readAt = at;
        if (state == IndexState.READY) {
            total = files;
            done.set(files);
            finish(left, at);
        }
    }

    synchronized void publish(CodeModel fresh, Instant at) {
        model = fresh;
        readAt = at;
    }

    synchronized void finish(LeftOut left, Instant began) {
        leftOut = left;
        asOf = began;
        behind = 0;
        message = "Ready: %d files, %d imports between them"
                        .formatted(model.graph().files(), model.graph().imports())
                + missing;
        state = IndexState.READY;
    }

    /** Runs one at a time, and only while the model is the newest: a later build saves its own. */
    void saving(CodeModel built, Runnable save) {
        saving.lock();
        try {
            if (model == built && !dropped) {
                save.run();
            }
        } finally {
            saving.unlock();
        }
    }

    synchronized void fail(String why) {
        message = why;
        state = IndexState.FAILED;
    }
}
