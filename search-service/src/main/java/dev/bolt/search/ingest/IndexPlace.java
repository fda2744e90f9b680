package dev.bolt.search.ingest;

import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.search.index.IndexBuild;
import dev.bolt.search.index.IndexFolder;
import dev.bolt.search.index.NoRoomException;
import dev.bolt.search.index.WorkspaceIndex;
import dev.bolt.search.lease.IndexRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Where the index of one directory is kept, and what it may take there. */
final class IndexPlace implements AutoCloseable {
    private final IndexFolder folder;
    private final IndexBuild builds;
    private final IndexRoom.Share share;

    /** @param data folder of our own */
    IndexPlace(Path data, IndexBuild builds, IndexRoom room) {
        this.folder = new IndexFolder(data.resolve("index"));
        this.builds = builds;
        this.share = room.share();
    }

    /** The saved one, if it can be used. */
    Optional<WorkspaceIndex> open(Path root) {
        return WorkspaceIndex.open(folder, root, share);
    }

    /**
     * Builds another one and saves it instead.
     *
     * @throws NoRoomException if there is no room for it; then the one before has none either, and is deleted
     * @throws IOException if it cannot be written
     */
    WorkspaceIndex build(Path root, List<WorkspaceFile> files, IntConsumer packed)
            throws IOException, InterruptedException {
        try {
            return builds.build(folder, root, files, share, packed);
        } catch (NoRoomException e) {
            if (share.hold(0)) {
                folder.delete();
            }
            throw e;
        }
    }

    /** Gives its room to others. */
    @Override
    public void close() {
        share.release();
    }
}
