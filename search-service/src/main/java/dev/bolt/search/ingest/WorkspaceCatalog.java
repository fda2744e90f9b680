package dev.bolt.search.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * The workspaces that can be searched, kept over restarts. Files are read when a search asks for them, so a registered
 * workspace is searched as it is now; building counts, in the background, what a search will read. Safe for many
 * threads.
 */
public final class WorkspaceCatalog {
    private final RootStore roots;
    private final InstantSource clock;
    private final ExecutorService builders;
    private final Map<WorkspaceId, KnownWorkspace> known = new ConcurrentHashMap<>();

    /**
     * Recalls what was registered before and counts it again.
     *
     * @param data folder of this service
     * @param builders counts, one workspace at a time or several
     */
    public WorkspaceCatalog(Path data, InstantSource clock, ExecutorService builders) {
        this.roots = new RootStore(data);
        this.clock = clock;
        this.builders = builders;
        roots.all().forEach(this::begin);
    }

    /**
     * Remembers the workspace and counts its files in the background; a count of the same directory that is under way
     * is joined.
     *
     * @throws ProblemException WORKSPACE_UNREADABLE if there is no such directory, DISK_FULL if it cannot be remembered
     */
    public IndexStatus build(WorkspaceId id, String root) {
        Path path = WorkspaceRoot.open(root).path();
        KnownWorkspace before = known.get(id);
        if (before != null && before.root().equals(path) && before.status().state() == IndexState.BUILDING) {
            return before.status();
        }
        roots.put(id, path);
        return begin(id, path);
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

    /** Forgets the workspace; silent if it is not known. */
    public void drop(WorkspaceId id) {
        known.remove(id);
        roots.remove(id);
    }

    private IndexStatus begin(WorkspaceId id, Path root) {
        var begun = new KnownWorkspace(root, Counting.notYet(id));
        known.put(id, begun);
        builders.execute(() -> {
            var counting = new Counting(id, root, clock, status -> tell(id, root, status));
            counting.run();
        });
        return begun.status();
    }

    /** Unless the workspace was dropped, or moved to another directory, meanwhile. */
    private void tell(WorkspaceId id, Path root, IndexStatus status) {
        known.computeIfPresent(id, (key, now) -> now.root().equals(root) ? new KnownWorkspace(root, status) : now);
    }
}
