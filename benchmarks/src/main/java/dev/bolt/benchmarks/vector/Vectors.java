package dev.bolt.benchmarks.vector;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.vector.Neighbor;
import dev.bolt.einstein.vector.VectorIndex;
import dev.bolt.einstein.vector.VectorIndexes;
import dev.bolt.einstein.vector.VectorKind;
import dev.bolt.einstein.vector.VectorProperties;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;

/**
 * Recall@10, questions a second of processor time on one thread, questions a second on two, time to build and bytes a
 * vector: each kind of index over the same vectors, then FAISS and hnswlib in one Python process.
 */
public final class Vectors {
    private static final int TOP = 10;
    private static final int ROUNDS = 5;

    private final float[][] base;
    private final float[][] questions;
    private final ChunkId[] ids;
    private final Map<ChunkId, Integer> rows = new HashMap<>();
    private final List<Set<Integer>> truth = new ArrayList<>();
    private final PrintStream out;

    private Vectors(float[][] base, float[][] questions, PrintStream out) {
        this.base = base;
        this.questions = questions;
        this.out = out;
        this.ids = IntStream.range(0, base.length)
                .mapToObj(row -> ChunkId.of("row " + row))
                .toArray(ChunkId[]::new);
        for (int row = 0; row < ids.length; row++) {
            rows.put(ids[row], row);
        }
    }

    /** Arguments: folder to work in and keep vectors in, how many vectors, how many questions, then source trees. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3) {
            System.err.println(
                    "Usage: benchmarks/run vectors WORK_DIR COUNT QUESTIONS [TREE...]; PYTHON names python3");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        var corpus = new Corpus(
                folder, Arrays.stream(arguments).skip(3).map(Path::of).toList());
        float[][] real = corpus.vectors();
        float[][] base = Floats.sized(real, Integer.parseInt(arguments[1]));
        float[][] asked = corpus.questions();
        float[][] questions = Arrays.copyOf(asked, Math.min(asked.length, Integer.parseInt(arguments[2])));
        System.out.printf(
                "%,d vectors, %,d of them real, %,d questions, k = %d%n%n",
                base.length, Math.min(real.length, base.length), questions.length, TOP);
        var run = new Vectors(base, questions, System.out);
        run.bolt();
        run.peers(folder);
    }

    private void bolt() {
        out.println("| index | recall@10 | QPS of a cpu-second | QPS on two threads | built in | bytes a vector |");
        out.println("|---|--:|--:|--:|--:|--:|");
        boolean large = base.length >= 300_000;
        measure(VectorKind.FLAT, 1, 0);
        for (int refine : large ? new int[] {400} : new int[] {50, 100, 200, 400}) {
            measure(VectorKind.BITS, refine, 0);
        }
        for (int part : large ? new int[] {8, 4} : new int[] {16, 8, 4}) {
            measure(VectorKind.IVF, large ? 400 : 200, (int) Math.sqrt(base.length) / part);
        }
        measure(VectorKind.PQ, 400, 0);
        measure(VectorKind.HNSW, 128, 0);
    }

    private void measure(VectorKind kind, int refine, int probes) {
        var properties = new VectorProperties(DataSize.ofGigabytes(8), kind, refine, probes, refine);
        try (VectorIndex index = VectorIndexes.of(properties).empty(base[0].length)) {
            var threads = ManagementFactory.getThreadMXBean();
            long began = System.nanoTime();
            long beganCpu = threads.getCurrentThreadCpuTime();
            for (int row = 0; row < base.length; row++) {
                index.add(ids[row], base[row]);
            }
            double cpu = (threads.getCurrentThreadCpuTime() - beganCpu) / 1e9;
            double built = (System.nanoTime() - began) / 1e9;
            int rounds = kind == VectorKind.FLAT ? 1 : ROUNDS;
            double found = recall(index);
            out.printf(
                    "| %s%s%s | %.3f | %,.0f | %,.0f | %.1f s, %.1f cpu-s | %,d |%n",
                    index.kind(),
                    kind == VectorKind.FLAT ? "" : ", refine " + refine,
                    kind == VectorKind.IVF ? ", nprobe " + probes : "",
                    found,
                    onOneThread(index, rounds),
                    onTwoThreads(index, rounds),
                    built,
                    cpu,
                    index.bytes() / base.length);
        }
    }

    private double recall(VectorIndex index) {
        boolean first = truth.isEmpty();
        int found = 0;
        for (int q = 0; q < questions.length; q++) {
            var near = new HashSet<Integer>();
            for (Neighbor neighbor : index.search(questions[q], TOP, Deadline.NONE)) {
                near.add(rows.get(neighbor.id()));
            }
            if (first) {
                truth.add(near);
            }
            near.retainAll(truth.get(q));
            found += near.size();
        }
        return found / (double) (TOP * questions.length);
    }

    /** Of the thread's own time, the best of some rounds. */
    private double onOneThread(VectorIndex index, int rounds) {
        var threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long began = threads.getCurrentThreadCpuTime();
            askAll(index);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
        }
        return questions.length * 1e9 / best;
    }

    private double onTwoThreads(VectorIndex index, int rounds) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            var other = Thread.ofPlatform().unstarted(() -> askAll(index));
            long began = System.nanoTime();
            other.start();
            askAll(index);
            try {
                other.join();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            best = Math.min(best, System.nanoTime() - began);
        }
        return 2 * questions.length * 1e9 / best;
    }

    private void askAll(VectorIndex index) {
        for (float[] question : questions) {
            if (index.search(question, TOP, Deadline.NONE).size() < TOP) {
                throw new IllegalStateException("Too few neighbours");
            }
        }
    }

    private void peers(Path folder) throws IOException, InterruptedException {
        Path script = folder.resolve("vector-peers.py");
        try (var in = Vectors.class.getResourceAsStream("peers.py")) {
            Files.write(script, in.readAllBytes());
        }
        Path baseFile = folder.resolve("base.f32");
        Path questionsFile = folder.resolve("asked.f32");
        Path truthFile = folder.resolve("truth.i32");
        Floats.write(baseFile, base);
        Floats.write(questionsFile, questions);
        var buffer = ByteBuffer.allocate(truth.size() * TOP * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        truth.forEach(near -> near.forEach(buffer::putInt));
        Files.write(truthFile, buffer.array());
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        new ProcessBuilder(
                        python,
                        script.toString(),
                        baseFile.toString(),
                        questionsFile.toString(),
                        truthFile.toString(),
                        Integer.toString(base[0].length))
                .inheritIO()
                .start()
                .waitFor();
    }
}
