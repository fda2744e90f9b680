package dev.bolt.search.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One count of the files that a search of a workspace reads, told as it goes. Runs once. */
final class Counting implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Counting.class);
    private static final String SERVICE = "search";
    private static final int TELL_EVERY = 512;

    /** A NUL among so many first bytes makes a file binary: ripgrep ends its search of it. */
    private static final int HEAD_BYTES = 65_536;

    private final WorkspaceId id;
    private final Path root;
    private final InstantSource clock;
    private final Consumer<IndexStatus> listener;

    Counting(WorkspaceId id, Path root, InstantSource clock, Consumer<IndexStatus> listener) {
        this.id = id;
        this.root = root;
        this.clock = clock;
        this.listener = listener;
    }

    static IndexStatus notYet(WorkspaceId id) {
        return new IndexStatus(SERVICE, id, IndexState.BUILDING, 0, 0, 0, 0, 0, null, "Listing files");
    }

    @Override
    public void run() {
        Instant began = clock.instant();
        try {
            if (!Files.isDirectory(root)) {
                tell(IndexState.FAILED, 0, 0, 0, 0, null, root + " is no longer there");
                return;
            }
            WalkResult walk = WorkspaceWalk.of(root, new WalkOptions(false, false, 0, false))
                    .walk();
            int total = walk.files().size();
            int done = 0;
            int skipped = 0;
            int failed = walk.skippedUnreadable();
            for (WorkspaceFile file : walk.files()) {
                try {
                    skipped += searchable(file.absolute()) ? 0 : 1;
                } catch (IOException unreadable) {
                    failed++;
                }
                if (++done % TELL_EVERY == 0) {
                    tell(IndexState.BUILDING, done, total, skipped, failed, null, "Counting files");
                }
            }
            String message = "A search reads %,d files".formatted(total);
            tell(IndexState.READY, total, total, skipped, failed, began, message);
        } catch (RuntimeException e) {
            log.warn("Counting {} failed", root, e);
            tell(IndexState.FAILED, 0, 0, 0, 0, null, "Counting failed: " + e.getMessage());
        }
    }

    private void tell(
            IndexState state, int done, int total, int skipped, int failed, @Nullable Instant asOf, String message) {
        double share = state == IndexState.READY ? 1 : total == 0 ? 0 : (double) done / total;
        listener.accept(new IndexStatus(SERVICE, id, state, done, total, skipped, failed, share, asOf, message));
    }

    private static boolean searchable(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            boolean utf16 = head.length >= 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE;
            for (byte b : head) {
                if (b == 0 && !utf16) {
                    return false;
                }
            }
            return true;
        }
    }
}
