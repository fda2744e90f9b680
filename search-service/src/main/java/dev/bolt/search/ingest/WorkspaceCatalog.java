package dev.bolt.search.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.platform.workspace.WorkspaceRoot;
import dev.bolt.search.index.IndexBuild;
import dev.bolt.search.lease.IndexRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspaces that can be searched, kept over restarts. Each is watched and indexed in the background, if that is
 * possible and wanted; a search of the files themselves needs neither, and works from the first moment on. Safe for
 * many threads.
 */
public final class WorkspaceCatalog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkspaceCatalog.class);

    private final Path data;
    private final RootStore roots;
    private final InstantSource clock;
    private final ExecutorService jobs;
    private final Optional<IndexBuild> builds;
    private final IndexRoom room;
    private final Map<WorkspaceId, KnownWorkspace> known = new ConcurrentHashMap<>();
    private final Map<WorkspaceId, LiveIndex> live = new ConcurrentHashMap<>();
    private final Map<WorkspaceId, Future<?>> running = new ConcurrentHashMap<>();

    /**
     * Recalls what was registered before.
     *
     * @param data folder of this service
     * @param jobs indexes or counts, one workspace at a time or several
     * @param builds builds indexes; empty if there are to be none
     * @param room what all of them may take
     */
    public WorkspaceCatalog(
            Path data, InstantSource clock, ExecutorService jobs, Optional<IndexBuild> builds, IndexRoom room) {
        this.data = data;
        this.roots = new RootStore(data);
        this.clock = clock;
        this.jobs = jobs;
        this.room = room;
        this.builds = builds.filter(wanted -> TreeWatch.supported());
        roots.all().forEach(this::begin);
    }

    /**
     * Remembers the workspace and indexes it in the background; what is under way for the same directory is joined.
     *
     * @throws ProblemException WORKSPACE_UNREADABLE if there is no such directory, DISK_FULL if it cannot be remembered
     */
    public IndexStatus build(WorkspaceId id, String root) {
        Path path = WorkspaceRoot.open(root).path();
        KnownWorkspace before = known.get(id);
        if (before != null && before.root().equals(path) && before.status().state() == IndexState.BUILDING) {
            return before.status();
        }
        LiveIndex index = live.get(id);
        if (before != null && before.root().equals(path) && index != null && index.works()) {
            return before.status();
        }
        synchronized (roots) {
            roots.put(id, path);
            return begin(id, path);
        }
    }

    /** @throws ProblemException WORKSPACE_NOT_FOUND if it was never built or was dropped */
    public KnownWorkspace get(WorkspaceId id) {
        KnownWorkspace workspace = known.get(id);
        if (workspace == null) {
            throw new ProblemException(
                    Problem.WORKSPACE_NOT_FOUND, "There is no workspace '%s'. Register it first.".formatted(id));
        }
        return workspace;
    }

    /** How many have an index that is kept true. */
    public long indexed() {
        return live.values().stream().filter(LiveIndex::works).count();
    }

    /** Its index, as of now; empty if it has none, or what it says is not certain. */
    public Optional<LiveIndex.Now> index(WorkspaceId id, Deadline deadline) {
        LiveIndex index = live.get(id);
        return index == null ? Optional.empty() : index.now(deadline);
    }

    /** Why {@link #index} was empty when it last was, for a person. */
    public String absence(WorkspaceId id) {
        LiveIndex index = live.get(id);
        if (index != null) {
            return index.absence();
        }
        KnownWorkspace workspace = known.get(id);
        return workspace != null && workspace.status().state() == IndexState.BUILDING
                ? LiveIndex.NOT_YET
                : "There is no index of the workspace";
    }

    /** Forgets the workspace, ends what is done for it and then deletes its files; silent if it is not known. */
    public void drop(WorkspaceId id) {
        synchronized (roots) {
            known.remove(id);
            roots.forget(id);
        }
        Future<?> job = running.remove(id);
        if (job != null) {
            job.cancel(true);
        }
        LiveIndex index = live.remove(id);
        if (index != null) {
            index.close();
        }
        jobs.execute(() -> sweep(id));
    }

    /** Unless it was registered again meanwhile. */
    private void sweep(WorkspaceId id) {
        synchronized (roots) {
            if (!known.containsKey(id)) {
                roots.remove(id);
            }
        }
    }

    @Override
    public void close() {
        live.values().forEach(LiveIndex::close);
    }

    private IndexStatus begin(WorkspaceId id, Path root) {
        var begun = new KnownWorkspace(root, Counting.notYet(id));
        known.put(id, begun);
        running.put(id, jobs.submit(() -> job(id, root).run()));
        return begun.status();
    }

    /**
     * Of what is to be done when its turn comes; the watch of another directory, or one that has ended, is replaced.
     */
    private Runnable job(WorkspaceId id, Path root) {
        var counting = new Counting(id, root, clock, status -> tell(id, root, status));
        if (builds.isEmpty() || !Files.isDirectory(root) || !isStill(id, root)) {
            return counting;
        }
        LiveIndex before = live.remove(id);
        if (before != null) {
            before.close();
        }
        try {
            LiveIndex begun = new LiveIndex(root, new IndexPlace(data.resolve(id.value()), builds.get(), room), jobs);
            if (isStill(id, root)) {
                live.put(id, begun);
            } else {
                begun.close();
            }
            return new IndexJob(id, root, begun, clock, status -> tell(id, root, status));
        } catch (IOException e) {
            log.warn("{} cannot be watched, so there is no index of it: {}", root, e.toString());
            return counting;
        }
    }

    private boolean isStill(WorkspaceId id, Path root) {
        KnownWorkspace now = known.get(id);
        return now != null && now.root().equals(root);
    }

    /** Unless the workspace was dropped, or moved to another directory, meanwhile. */
    private void tell(WorkspaceId id, Path root, IndexStatus status) {
        known.computeIfPresent(id, (key, now) -> now.root().equals(root) ? new KnownWorkspace(root, status) : now);
    }
}
