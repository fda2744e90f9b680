package dev.bolt.einstein.ingest;

import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.pause.Pauses;
import dev.bolt.einstein.store.VectorStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills workspaces batch by batch in turn, so that a large one does not keep a small one waiting. Before each batch it
 * looks whether there is a reason to wait.
 */
final class FillLoop {
    private static final Logger LOG = LoggerFactory.getLogger(FillLoop.class);

    private final VectorFill fill;
    private final Engines engines;
    private final Pauses pauses;
    private final ScheduledExecutorService thread;
    private final boolean background;
    /** Workspaces that still lack vectors. */
    private final AtomicInteger unfilled = new AtomicInteger();

    private volatile Optional<String> paused = Optional.empty();

    FillLoop(VectorFill fill, Engines engines, Pauses pauses, ScheduledExecutorService thread, boolean background) {
        this.fill = fill;
        this.engines = engines;
        this.pauses = pauses;
        this.thread = thread;
        this.background = background;
    }

    /** {@code off}, {@code idle}, {@code under way}, or why it waits. */
    String word() {
        if (!background) {
            return "off";
        }
        return unfilled.get() == 0
                ? "idle"
                : paused.map(why -> "paused: " + why).orElse("under way");
    }

    /** Begins, or begins again, with what the words say now. */
    void begin(WorkspaceIndex index) {
        submit(index, () -> prepare(index));
    }

    /** Forgets a workspace, before anything that begins later. */
    void drop(String workspace) {
        if (!thread.isShutdown()) {
            thread.execute(() -> engines.store().await().ifPresent(store -> forget(store, workspace)));
        }
    }

    private static void forget(VectorStore store, String workspace) {
        try {
            store.drop(workspace);
        } catch (RuntimeException failure) {
            LOG.warn("The chunks of {} cannot be dropped", workspace, failure);
        }
    }

    private void submit(WorkspaceIndex index, Runnable work) {
        after(Duration.ZERO, index, work);
    }

    private void after(Duration pause, WorkspaceIndex index, Runnable work) {
        try {
            thread.schedule(
                    () -> {
                        try {
                            work.run();
                        } catch (RuntimeException failure) {
                            stumble(index, failure);
                        }
                    },
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("No more vectors for {}: stopping", index.id());
        }
    }

    private void stumble(WorkspaceIndex index, RuntimeException failure) {
        if (thread.isShutdown()) {
            LOG.debug("The next process fills on the vectors of {}: {}", index.id(), failure.toString());
        } else if (!index.closed()) {
            LOG.warn("The vectors of {} cannot be filled", index.id(), failure);
            boolean full = Failures.diskFull(failure);
            String sentence = Failures.sentence(failure);
            index.progress()
                    .tell(progress -> full
                            ? progress.fails(sentence)
                            : progress.says("words are ready; no more vectors: " + sentence));
        }
    }

    private void prepare(WorkspaceIndex index) {
        Optional<VectorStore> store = engines.store().await();
        Optional<? extends Embedder> embedder = engines.embedder().await();
        if (store.isEmpty() || embedder.isEmpty()) {
            index.progress()
                    .tell(progress -> progress.says("words are ready; no vectors: "
                            + (store.isEmpty()
                                    ? engines.store().word(any -> "")
                                    : engines.embedder().word(any -> ""))));
            return;
        }
        index.use(open -> {
            fill.sync(open, store.get());
            fill.load(open, store.get(), embedder.get());
            return true;
        });
        tell(index, background ? "words are ready; vectors follow" : "words are ready; vectors on demand");
        if (background && index.filling().compareAndSet(false, true)) {
            unfilled.incrementAndGet();
            submit(index, () -> next(index, store.get(), embedder.get()));
        }
    }

    private void next(WorkspaceIndex index, VectorStore store, Embedder embedder) {
        paused = index.closed() ? Optional.empty() : pauses.reason();
        if (paused.isPresent()) {
            tell(index, "words are ready; vectors wait, for " + paused.get());
            after(pauses.again(), index, () -> next(index, store, embedder));
            return;
        }
        boolean more = false;
        try {
            more = index.use(open -> fill.batch(open, store, embedder));
        } finally {
            if (!more) {
                index.filling().set(false);
                unfilled.decrementAndGet();
            }
        }
        tell(index, "words are ready; vectors follow");
        if (more) {
            submit(index, () -> next(index, store, embedder));
        } else if (!index.closed()) {
            index.keep();
        }
    }

    private static void tell(WorkspaceIndex index, String otherwise) {
        index.progress()
                .tell(progress -> progress.says(
                        index.embeddedShare() >= 1
                                ? "complete"
                                : "%s (%,d of %,d chunks)"
                                        .formatted(otherwise, index.vectors().size(), progress.chunks())));
    }
}
