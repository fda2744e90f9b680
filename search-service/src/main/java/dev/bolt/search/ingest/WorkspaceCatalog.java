package dev.bolt.search.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceRoot;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * The workspaces that can be searched, kept over restarts as {@code data/search/<id>/root}. Files are read when a
 * search asks for them, so a registered workspace is always fresh; building only counts what a search will read. Safe
 * for many threads.
 */
public final class WorkspaceCatalog {
    private static final String SERVICE = "search";

    private final Path data;
    private final InstantSource clock;
    private final ExecutorService builders;
    private final Map<WorkspaceId, KnownWorkspace> known = new ConcurrentHashMap<>();

    public WorkspaceCatalog(BoltHome home, InstantSource clock, ExecutorService builders) {
        this.data = home.data(SERVICE);
        this.clock = clock;
        this.builders = builders;
        recall();
    }

    /** Remembers the workspace and counts its files in the background. */
    public IndexStatus build(WorkspaceId id, String root) {
        Path path = WorkspaceRoot.open(root).path();
        try {
            Path folder = Files.createDirectories(data.resolve(id.value()));
            Files.writeString(folder.resolve("root"), path.toString());
        } catch (IOException e) {
            throw new ProblemException(Problem.DISK_FULL, "Cannot write below " + data + ": " + e.getMessage(), e);
        }
        return begin(id, path).status();
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
        try {
            Files.deleteIfExists(data.resolve(id.value()).resolve("root"));
            Files.deleteIfExists(data.resolve(id.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KnownWorkspace begin(WorkspaceId id, Path root) {
        var status = new IndexStatus(SERVICE, id, IndexState.BUILDING, 0, 0, 0, 0, null, "Listing files");
        var workspace = new KnownWorkspace(root, status);
        known.put(id, workspace);
        builders.execute(() -> count(id, root, workspace));
        return workspace;
    }

    private void count(WorkspaceId id, Path root, KnownWorkspace begun) {
        var began = clock.instant();
        WalkResult walk =
                WorkspaceWalk.of(root, new WalkOptions(false, false, 0, true)).walk();
        int files = walk.files().size();
        int skipped = walk.skippedBinary() + walk.skippedLarge() + walk.skippedUnreadable();
        var status = new IndexStatus(
                SERVICE,
                id,
                IndexState.READY,
                files,
                files,
                skipped,
                1,
                began,
                "Searches read %d files".formatted(files));
        known.replace(id, begun, new KnownWorkspace(root, status));
    }

    private void recall() {
        try (Stream<Path> folders = Files.list(data)) {
            folders.filter(folder -> Files.isRegularFile(folder.resolve("root")))
                    .forEach(this::recall);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recall(Path folder) {
        try {
            begin(new WorkspaceId(folder.getFileName().toString()), Path.of(Files.readString(folder.resolve("root"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
