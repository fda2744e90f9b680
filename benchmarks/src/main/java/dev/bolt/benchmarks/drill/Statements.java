package dev.bolt.benchmarks.drill;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.store.ChunkRow;
import dev.bolt.einstein.store.SourceFileRow;
import dev.bolt.einstein.store.StoreProperties;
import dev.bolt.einstein.store.VectorStore;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** A store of einstein's that holds so much that reading it lasts longer than a caller waits. */
final class Statements implements AutoCloseable {
    private static final int FILES = 1_000;
    private static final int CHUNKS_A_FILE = 200;
    private static final int DIMENSION = 384;
    private static final String WORKSPACE = "expiry";
    private static final String MODEL = "model";

    private final Path folder;
    private final VectorStore store;

    Statements(Path folder) {
        this.folder = folder;
        store = VectorStore.open(
                folder.resolve("store.duckdb"),
                new StoreProperties(DataSize.ofMegabytes(256), 1, DataSize.ofGigabytes(1), Duration.ofMinutes(5)));
        for (int file = 0; file < FILES; file++) {
            fill(file);
        }
    }

    private void fill(int file) {
        String path = "f" + file + ".py";
        var rows = new ArrayList<ChunkRow>();
        Map<ChunkId, float[]> vectors = new HashMap<>();
        for (int chunk = 0; chunk < CHUNKS_A_FILE; chunk++) {
            String id = file + "-" + chunk;
            rows.add(new ChunkRow(id, WORKSPACE, path, chunk, "s" + chunk, "function", chunk + 1, chunk + 1, 0, 0));
            vectors.put(new ChunkId(id), new float[DIMENSION]);
        }
        store.replace(WORKSPACE, List.of(), List.of(new SourceFileRow(path, WORKSPACE, 1, 1, 1)), rows);
        store.save(MODEL, vectors);
    }

    /** How many milliseconds after its deadline each ended, of those that did not end by themselves. */
    List<Double> loads(int count, Supplier<Duration> time) {
        var millis = new ArrayList<Double>();
        for (int i = 0; millis.size() < count && i < 4 * count; i++) {
            Duration given = time.get();
            long end = System.nanoTime() + given.toNanos();
            try {
                Deadline.after(given).run(() -> store.load(WORKSPACE, MODEL, (id, vector) -> {}));
            } catch (ProblemException late) {
                millis.add((System.nanoTime() - end) / 1e6);
            }
        }
        return millis;
    }

    @Override
    public void close() throws IOException {
        store.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
