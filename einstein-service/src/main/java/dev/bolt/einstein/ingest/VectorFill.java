package dev.bolt.einstein.ingest;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.FileStamp;
import dev.bolt.einstein.lexical.Standing;
import dev.bolt.einstein.store.ChunkRow;
import dev.bolt.einstein.store.SourceFileRow;
import dev.bolt.einstein.store.VectorStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the database say what the words say, brings the vectors it has into memory, and makes the missing ones, source
 * before tests before foreign code, what has changed last first, and of one day what most files speak of. Each batch is
 * kept before the next begins, so a restart goes on where it stopped.
 */
final class VectorFill {
    /** Texts between two writes: the scheduling unit, some seconds; each is embedded by itself. */
    private static final int BATCH = 128;

    private static final int FILES_AT_ONCE = 256;

    private final IngestProperties properties;
    private final Activity activity;
    private final ExecutorService threads;
    private final int parallelism;

    VectorFill(IngestProperties properties, Activity activity, ExecutorService threads, int parallelism) {
        this.properties = properties;
        this.activity = activity;
        this.threads = threads;
        this.parallelism = parallelism;
    }

    /** The files and chunks of the words, and no others, are in the database afterwards. */
    void sync(WorkspaceIndex index, VectorStore store) throws IOException {
        String workspace = index.id().value();
        Map<String, FileStamp> wanted = index.lexical().files();
        Map<String, SourceFileRow> stored = store.files(workspace);
        Set<String> gone = new HashSet<>(stored.keySet());
        gone.removeIf(path -> same(stored.get(path), wanted.get(path)));
        List<FileStamp> fresh = wanted.values().stream()
                .filter(stamp -> !same(stored.get(stamp.path()), stamp))
                .sorted(Comparator.comparing(FileStamp::path))
                .toList();
        store.replace(workspace, gone, List.of(), List.of());
        for (int from = 0; from < fresh.size() && !index.closed(); from += FILES_AT_ONCE) {
            List<FileStamp> some = fresh.subList(from, Math.min(from + FILES_AT_ONCE, fresh.size()));
            var chunks = new ArrayList<ChunkRow>();
            for (FileStamp stamp : some) {
                List<ChunkHit> hits = index.lexical().chunksOf(stamp.path());
                chunks.addAll(rows(workspace, hits, index.lexical().mentions(hits)));
            }
            store.replace(workspace, Set.of(), files(workspace, some), chunks);
        }
    }

    private static boolean same(@Nullable SourceFileRow row, @Nullable FileStamp stamp) {
        return row != null
                && stamp != null
                && row.sizeBytes() == stamp.sizeBytes()
                && row.modifiedMicros() == stamp.modifiedMicros()
                && row.changedMicros() == stamp.changedMicros();
    }

    private static List<SourceFileRow> files(String workspace, List<FileStamp> stamps) {
        return stamps.stream()
                .map(stamp -> new SourceFileRow(
                        stamp.path(), workspace, stamp.sizeBytes(), stamp.modifiedMicros(), stamp.changedMicros()))
                .toList();
    }

    private static List<ChunkRow> rows(String workspace, List<ChunkHit> hits, List<Integer> mentions) {
        var rows = new ArrayList<ChunkRow>();
        for (ChunkHit hit : hits) {
            rows.add(new ChunkRow(
                    hit.id().value(),
                    workspace,
                    hit.path(),
                    rows.size(),
                    hit.symbol(),
                    hit.kind(),
                    hit.startLine(),
                    hit.endLine(),
                    Standing.of(hit.path()).ordinal(),
                    mentions.get(rows.size())));
        }
        return rows;
    }

    /** Brings the vectors that exist into memory, with what was learnt of them before. */
    void load(WorkspaceIndex index, VectorStore store, Embedder embedder) throws IOException {
        Set<ChunkId> wanted = index.lexical().ids();
        index.vectors()
                .load(
                        index.learnt(embedder.model()),
                        into -> store.load(index.id().value(), embedder.model(), (id, vector) -> {
                            if (wanted.contains(id)) {
                                into.accept(id, vector);
                            }
                        }));
    }

    /**
     * Makes one batch.
     *
     * @return whether there may be more to do
     */
    boolean batch(WorkspaceIndex index, VectorStore store, Embedder embedder) throws IOException {
        List<ChunkId> pending = store.pending(index.id().value(), embedder.model(), BATCH);
        Map<ChunkId, String> inputs = index.lexical().inputsOf(pending);
        var next = new AtomicInteger();
        var room = new AtomicBoolean(true);
        Map<ChunkId, float[]> made = new ConcurrentHashMap<>();
        try {
            SideBySide.run(threads, parallelism, () -> {
                int i = next.getAndIncrement();
                if (i >= pending.size()
                        || index.closed()
                        || !room.get()
                        || Thread.currentThread().isInterrupted()) {
                    return false;
                }
                String input = inputs.get(pending.get(i));
                if (input != null) {
                    float[] vector = embedGently(embedder, input);
                    made.put(pending.get(i), vector);
                    room.compareAndSet(true, index.vectors().add(pending.get(i), vector));
                }
                return true;
            });
        } finally {
            keep(store, embedder.model(), made);
        }
        return room.get() && !made.isEmpty() && !index.closed();
    }

    /** Also when a stop interrupts the batch: whoever is interrupted gets no turn to write. */
    private static void keep(VectorStore store, String model, Map<ChunkId, float[]> made) {
        boolean stopped = Thread.interrupted();
        try {
            store.save(model, Map.copyOf(made));
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private float[] embedGently(Embedder embedder, String input) {
        activity.stepAside();
        long began = System.nanoTime();
        float[] vector = embedder.embed(input);
        Activity.rest(Duration.ofNanos(System.nanoTime() - began), properties.backgroundShare());
        return vector;
    }
}
