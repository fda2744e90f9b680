package dev.bolt.search;

import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import dev.bolt.search.index.IndexBuild;
import dev.bolt.search.index.IndexFolder;
import dev.bolt.search.index.WorkspaceIndex;
import dev.bolt.search.lease.IndexRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Indexes as the service builds them. */
public final class Indexes {
    private Indexes() {}

    /** Of all files that are searched by default, with room for all. */
    public static WorkspaceIndex build(ExecutorService pool, Path data, Path root)
            throws IOException, InterruptedException {
        return build(pool, data, root, IndexRoom.unbounded().share());
    }

    /** The same in so much room. */
    public static WorkspaceIndex build(ExecutorService pool, Path data, Path root, IndexRoom.Share share)
            throws IOException, InterruptedException {
        return new IndexBuild(pool, 2, InstantSource.system())
                .build(new IndexFolder(data), root, files(root), share, n -> {});
    }

    /** What a search reads by default. */
    public static List<WorkspaceFile> files(Path root) {
        return WorkspaceWalk.of(root, new WalkOptions(false, false, 0, false))
                .walk()
                .files();
    }
}
