package dev.bolt.search.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.workspace.PathBytes;
import dev.bolt.search.index.NoRoomException;
import dev.bolt.search.index.WorkspaceIndex;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the index of a workspace, or builds it, and tells how far it is; where it cannot, the files are counted. */
final class IndexJob implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(IndexJob.class);

    private final WorkspaceId id;
    private final Path root;
    private final LiveIndex live;
    private final InstantSource clock;
    private final Consumer<IndexStatus> listener;

    IndexJob(WorkspaceId id, Path root, LiveIndex live, InstantSource clock, Consumer<IndexStatus> listener) {
        this.id = id;
        this.root = root;
        this.live = live;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public void run() {
        Instant began = clock.instant();
        try {
            Optional<WorkspaceIndex> saved = live.open();
            ready(saved.isPresent() ? saved.get() : build(), began);
        } catch (IOException e) {
            log.warn("There is no index of {}: {}", root, e.toString());
            live.without(e instanceof NoRoomException ? NoRoomException.WORDS : "The index could not be written");
            live.close();
            new Counting(id, root, clock, listener).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WorkspaceIndex build() throws IOException, InterruptedException {
        var total = new AtomicInteger();
        return live.build(
                total::set, done -> tell(IndexState.BUILDING, done, total.get(), 0, 0, null, "Packing files"));
    }

    private void ready(WorkspaceIndex index, Instant began) {
        int files = index.store().files().size();
        List<StoredFile> textless = index.store().files().stream()
                .filter(file -> file.chunks() == 0 && file.stamp().sizeBytes() > 0)
                .toList();
        int failed = (int) textless.stream()
                .filter(file -> !Files.isReadable(PathBytes.resolve(root, file.path())))
                .count();
        int skipped = textless.size() - failed;
        TextBytes text = index.store().bytes();
        String message = "%,d files, %,d MB of text".formatted(files, text.all() >> 20);
        String left =
                text.inPlace() == 0 ? "" : ", of which %,d MB are read where they lie".formatted(text.inPlace() >> 20);
        tell(IndexState.READY, files, files, skipped, failed, began, message + left);
    }

    private void tell(
            IndexState state, int done, int total, int skipped, int failed, @Nullable Instant asOf, String message) {
        double share = state == IndexState.READY ? 1 : total == 0 ? 0 : (double) done / total;
        listener.accept(new IndexStatus("search", id, state, done, total, skipped, failed, share, asOf, message));
    }
}
