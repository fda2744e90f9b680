package dev.bolt.benchmarks.vector;

import com.sun.management.OperatingSystemMXBean;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.store.ChunkRow;
import dev.bolt.einstein.store.StoreProperties;
import dev.bolt.einstein.store.VectorStore;
import dev.bolt.einstein.vector.Saved;
import dev.bolt.einstein.vector.VectorIndex;
import dev.bolt.einstein.vector.VectorIndexes;
import dev.bolt.einstein.vector.VectorKind;
import dev.bolt.einstein.vector.VectorProperties;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * How long a service that starts waits for its vectors: the database is opened, what was learnt of the vectors is read,
 * and every vector is brought into memory. The database has its usual settings, and lies in the page cache.
 */
public final class Reopening {
    private static final int BATCH = 1000;
    private static final int ROUNDS = 3;
    private static final String WORKSPACE = "reopening";
    private static final String MODEL = "benchmark";
    private static final StoreProperties STORE =
            new StoreProperties(DataSize.ofMegabytes(256), 1, DataSize.ofGigabytes(1), Duration.ofMinutes(30));
    private static final VectorProperties INDEX =
            new VectorProperties(DataSize.ofGigabytes(8), VectorKind.AUTO, 400, 0, 128);

    private final float[][] base;
    private final Path file;
    private final Saved saved;

    private Reopening(Path folder, float[][] base) {
        this.base = base;
        this.file = folder.resolve("reopening-%d.duckdb".formatted(base.length));
        this.saved = new Saved(folder.resolve("reopening-%d.learnt".formatted(base.length)), MODEL);
    }

    /** Arguments: folder to work in and keep vectors in, how many vectors, then source trees. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("Usage: benchmarks/run reopening WORK_DIR COUNT [TREE...]");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        var corpus = new Corpus(
                folder, Arrays.stream(arguments).skip(2).map(Path::of).toList());
        new Reopening(folder, Floats.sized(corpus.vectors(), Integer.parseInt(arguments[1]))).run();
    }

    private void run() throws IOException {
        Files.deleteIfExists(file);
        String written = timed(this::write);
        String built = timed(this::learn);
        System.out.printf(
                "%,d vectors: written in %s (%,d MB), learnt in %s (%,d MB)%n",
                base.length, written, Files.size(file) >> 20, built, Files.size(saved.file()) >> 20);
        for (int round = 0; round < ROUNDS; round++) {
            open();
        }
        Files.deleteIfExists(file);
    }

    private void write() {
        try (var store = VectorStore.open(file, STORE)) {
            for (int from = 0; from < base.length; from += BATCH) {
                List<ChunkRow> rows = new ArrayList<>();
                Map<ChunkId, float[]> vectors = new HashMap<>();
                for (int row = from; row < Math.min(base.length, from + BATCH); row++) {
                    ChunkId id = id(row);
                    rows.add(new ChunkRow(id.value(), WORKSPACE, from + ".py", row - from, null, "window", 1, 1, 0, 0));
                    vectors.put(id, base[row]);
                }
                store.replace(WORKSPACE, List.of(), List.of(), rows);
                store.save(MODEL, vectors);
            }
        }
    }

    private static ChunkId id(int row) {
        return ChunkId.of("row " + row);
    }

    private void learn() {
        try (VectorIndex index = VectorIndexes.of(INDEX).empty()) {
            for (int row = 0; row < base.length; row++) {
                index.add(id(row), base[row]);
            }
            index.save(saved);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void open() {
        long began = System.nanoTime();
        try (var store = VectorStore.open(file, STORE);
                VectorIndex index = VectorIndexes.of(INDEX).empty()) {
            double opened = (System.nanoTime() - began) / 1e9;
            String loaded = timed(() -> index.load(saved, into -> store.load(WORKSPACE, MODEL, into)));
            if (index.size() != base.length
                    || index.search(base[0], 10, Deadline.NONE).size() != 10) {
                throw new IllegalStateException("Not all is there: " + index.size());
            }
            System.out.printf("database %.2f s, index %s: %s%n", opened, loaded, index.kind());
        }
    }

    /** Processor time of the whole process, for DuckDB works on threads of its own. */
    private static String timed(Runnable work) {
        long began = System.nanoTime();
        long before = usedNanos();
        work.run();
        return "%.1f s, %.1f cpu-s".formatted((System.nanoTime() - began) / 1e9, (usedNanos() - before) / 1e9);
    }

    private static long usedNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
