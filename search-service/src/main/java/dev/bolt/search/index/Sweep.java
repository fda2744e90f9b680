package dev.bolt.search.index;

import dev.bolt.api.search.FileMatches;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.PathBytes;
import dev.bolt.search.scan.FileText;
import dev.bolt.search.scan.MappedLook;
import dev.bolt.search.scan.NeedleLines;
import dev.bolt.search.scan.TextSearch;
import dev.bolt.search.store.BlockWriter;
import dev.bolt.search.store.FileReads;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One pass over parts of a store, and files beside it, for one query or several, by several threads: a part that
 * several queries look into is looked at by one after the other while it is in the processor's cache. Used once.
 */
final class Sweep {
    /** Bytes that may be found before they can be handed on; then the helpers leave. */
    private static final long MOST_AHEAD = 1 << 20;

    /** Larger files beside the store are left to ripgrep. */
    private static final long LARGEST_READ = 16 << 20;

    private final TextStore store;
    private final Path root;
    private final List<Lane> lanes;
    private final SweepOrder order;
    private final int batch;
    private final Deadline deadline;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong ahead;

    /**
     * @param batch jobs that a thread takes at a time; with fewer than two batches no other thread is asked to help
     * @param ahead bytes that the lanes' answers are ahead of who takes them
     */
    Sweep(TextStore store, Path root, List<Lane> lanes, int batch, AtomicLong ahead, Deadline deadline) {
        this.store = store;
        this.root = root;
        this.lanes = lanes;
        this.order = SweepOrder.of(lanes);
        this.batch = batch;
        this.ahead = ahead;
        this.deadline = deadline;
    }

    /** Searches until all lanes are at their end; how each ended, it says itself. */
    void run(ExecutorService pool, int workers) {
        var crew = new Crew(pool, workers - 1);
        try {
            lead(crew);
        } finally {
            if (Thread.currentThread().isInterrupted()) {
                lanes.forEach(Lane::stop);
            }
            crew.leave();
        }
    }

    /** The caller's thread, and no other, hands on what is found, however long whoever takes it makes it wait. */
    private void lead(Crew crew) {
        var workers = new Worker[lanes.size()];
        try (var reads = new FileReads(root)) {
            for (int from = take(); from < order.size(); from = take()) {
                if (order.size() - from > 2 * batch && hasRoom()) {
                    crew.call(this::help);
                }
                batch(from, workers, reads);
                lanes.forEach(Sweep::handOn);
            }
        }
    }

    /** Helps as long as what was found is handed on. */
    private void help() {
        var workers = new Worker[lanes.size()];
        try (var reads = new FileReads(root)) {
            while (hasRoom()) {
                int from = take();
                if (from >= order.size()) {
                    return;
                }
                batch(from, workers, reads);
            }
        }
    }

    private int take() {
        return next.get() >= order.size() ? order.size() : next.getAndAdd(batch);
    }

    private boolean hasRoom() {
        return ahead.get() < MOST_AHEAD;
    }

    private void batch(int from, @Nullable Worker[] workers, FileReads reads) {
        if (deadline.expired()) {
            lanes.forEach(Lane::stop);
        }
        int to = Math.min(from + batch, order.size());
        for (int at = from; at < to; at++) {
            int number = order.lane(at);
            Lane lane = lanes.get(number);
            if (!lane.over()) {
                Worker worker = workers[number];
                if (worker == null) {
                    worker = new Worker(lane, reads);
                    workers[number] = worker;
                }
                work(worker, lane, order.job(at));
            }
        }
    }

    private static void work(Worker worker, Lane lane, int job) {
        try {
            lane.answers().done(job, worker.search(job));
        } catch (ProblemException late) {
            lane.stop();
        } catch (StackOverflowError tooDeep) {
            lane.overflow();
        } catch (RuntimeException | Error failed) {
            lane.fail(failed);
        }
    }

    private static void handOn(Lane lane) {
        try {
            lane.answers().handOn();
        } catch (RuntimeException | Error failed) {
            lane.fail(failed);
        }
    }

    /** One thread's way through a lane; its buffer is used again and again. */
    private final class Worker {
        private final Lane lane;
        private final TextSearch scan;
        private final @Nullable MappedLook look;
        private final @Nullable NeedleLines lines;
        private final FileReads reads;
        private byte[] buffer = {};

        Worker(Lane lane, FileReads reads) {
            this.lane = lane;
            this.reads = reads;
            this.scan = lane.plan().search(deadline, lane.most());
            this.look = lane.look().orElse(null);
            this.lines = lane.plan().wholeFiles() || look == null ? null : look.lines();
        }

        @Nullable
        FileMatches search(int job) {
            int part = lane.part(job);
            return part < 0 ? read(lane.read(-1 - part)) : stored(part);
        }

        private @Nullable FileMatches stored(int part) {
            StoredFile file = lane.parts().file(part);
            int first = lane.parts().firstChunk(part);
            MemorySegment text = text(file, first, lane.parts().chunks(part));
            int firstLine = store.firstLine(first);
            if (lines != null) {
                return lines.take(text, firstLine) ? scan.search(file.path(), lines, file.binaryOffset()) : null;
            }
            return look != null && !look.anyIn(text)
                    ? null
                    : scan.search(file.path(), copied(text, file), TextSearch.from(firstLine));
        }

        private MemorySegment text(StoredFile file, int first, int chunks) {
            return store.copied(first)
                    ? store.mapped(first, chunks)
                    : reads.read(file, store.place(first), Math.toIntExact(store.length(first, chunks)));
        }

        private FileText copied(MemorySegment text, StoredFile file) {
            int length = Math.toIntExact(text.byteSize());
            if (lane.plan().acrossLines()) {
                return new FileText(text.toArray(ValueLayout.JAVA_BYTE), length, file.binaryOffset());
            }
            if (length > buffer.length) {
                buffer = new byte[Math.max(length, BlockWriter.CHUNK_BYTES)];
            }
            MemorySegment.copy(text, ValueLayout.JAVA_BYTE, 0, buffer, 0, length);
            return new FileText(buffer, length, file.binaryOffset());
        }

        private @Nullable FileMatches read(String path) {
            try {
                return scan.search(
                        path, FileText.read(PathBytes.resolve(root, path), LARGEST_READ), TextSearch.from(1));
            } catch (IOException gone) {
                return null;
            }
        }
    }
}
