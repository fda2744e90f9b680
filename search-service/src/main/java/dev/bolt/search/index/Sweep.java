package dev.bolt.search.index;

import dev.bolt.api.search.FileMatches;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.scan.FileText;
import dev.bolt.search.scan.MappedLook;
import dev.bolt.search.scan.NeedleLines;
import dev.bolt.search.scan.TextSearch;
import dev.bolt.search.store.BlockWriter;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One pass over parts of a store, and files beside it, for one query or several, by several threads: a part that
 * several queries look into is looked at by one after the other while it is in the processor's cache. Used once.
 */
final class Sweep {
    /** Jobs that a thread takes at a time. */
    private static final int BATCH = 16;

    /** With fewer jobs no other thread is asked to help. */
    private static final int ALONE = 2 * BATCH;

    private final TextStore store;
    private final Path root;
    private final List<Lane> lanes;
    private final SweepOrder order;
    private final Deadline deadline;
    private final AtomicInteger next = new AtomicInteger();

    Sweep(TextStore store, Path root, List<Lane> lanes, Deadline deadline) {
        this.store = store;
        this.root = root;
        this.lanes = lanes;
        this.order = SweepOrder.of(lanes);
        this.deadline = deadline;
    }

    /** Searches until all lanes are at their end; how each ended, it says itself. */
    void run(ExecutorService pool, int workers) {
        List<Future<?>> helpers = new ArrayList<>();
        for (int i = 1; i < workers && order.size() > ALONE; i++) {
            helpers.add(pool.submit((Runnable) this::work));
        }
        try {
            work();
        } finally {
            await(helpers);
        }
    }

    private void work() {
        var workers = new Worker[lanes.size()];
        int size = order.size();
        for (int from = next.getAndAdd(BATCH); from < size; from = next.getAndAdd(BATCH)) {
            if (deadline.expired()) {
                lanes.forEach(Lane::stop);
                return;
            }
            int to = Math.min(from + BATCH, size);
            for (int at = from; at < to; at++) {
                int number = order.lane(at);
                Lane lane = lanes.get(number);
                if (!lane.over()) {
                    if (workers[number] == null) {
                        workers[number] = new Worker(lane);
                    }
                    boolean handOn = at + 1 == to || order.lane(at + 1) != number;
                    work(workers[number], lane, order.job(at), handOn);
                }
            }
        }
    }

    private static void work(Worker worker, Lane lane, int job, boolean handOn) {
        try {
            lane.answers().done(job, worker.search(job));
            if (handOn) {
                lane.answers().handOn(job + 1);
            }
        } catch (ProblemException late) {
            lane.stop();
        } catch (StackOverflowError tooDeep) {
            lane.overflow();
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
        private byte[] buffer = {};

        Worker(Lane lane) {
            this.lane = lane;
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
            MemorySegment text = store.mapped(first, lane.parts().chunks(part));
            int firstLine = store.firstLine(first);
            if (lines != null) {
                return lines.take(text, firstLine) ? scan.search(file.path(), lines, file.binaryOffset()) : null;
            }
            return look != null && !look.anyIn(text)
                    ? null
                    : scan.search(file.path(), copied(text, file), TextSearch.from(firstLine));
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
                return scan.search(path, FileText.read(root.resolve(path)), TextSearch.from(1));
            } catch (IOException gone) {
                return null;
            }
        }
    }

    private void await(List<Future<?>> helpers) {
        for (Future<?> helper : helpers) {
            try {
                helper.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                lanes.forEach(Lane::stop);
                Thread.currentThread().interrupt();
            }
        }
    }
}
