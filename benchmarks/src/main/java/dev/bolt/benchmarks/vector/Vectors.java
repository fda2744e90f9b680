package dev.bolt.benchmarks.vector;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.vector.Saved;
import dev.bolt.einstein.vector.VectorIndex;
import dev.bolt.einstein.vector.VectorIndexes;
import dev.bolt.einstein.vector.VectorKind;
import dev.bolt.einstein.vector.VectorProperties;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.unit.DataSize;

/**
 * Recall@10, questions a second of processor time on one thread, questions a second on two, time to build and to open
 * what was saved, with the vectors at hand, and bytes a vector: each kind of index over the same vectors, then FAISS
 * and hnswlib in Python. A kind that takes longer than it may is ended, and the next has its turn. The exact scan
 * stands beside a plain reading of memory.
 */
public final class Vectors {
    private static final int TOP = 10;
    private static final int ROUNDS = 5;
    /** From so many on rounds are one. */
    private static final int LARGE = 300_000;
    /** Questions that every row is timed with. */
    private static final int EXACT = 30;

    private final float[][] base;
    private final float[][] questions;
    private final ChunkId[] ids;
    private final Map<ChunkId, Integer> rows = new HashMap<>();
    private final List<Set<Integer>> truth = new ArrayList<>();
    private final Chosen chosen;
    private final PrintStream out;
    /** Of the kind that is measured just now. */
    private Deadline deadline = Deadline.NONE;

    private Vectors(float[][] base, float[][] questions, Chosen chosen, PrintStream out) {
        this.base = base;
        this.chosen = chosen;
        this.questions = questions;
        this.out = out;
        this.ids = IntStream.range(0, base.length)
                .mapToObj(row -> ChunkId.of("row " + row))
                .toArray(ChunkId[]::new);
        for (int row = 0; row < ids.length; row++) {
            rows.put(ids[row], row);
        }
    }

    /**
     * Arguments: what is measured and how long each kind may take, folder to work in and keep vectors in, how many
     * vectors, how many questions, then source trees.
     */
    public static void main(String[] given) throws IOException, InterruptedException {
        List<String> options =
                Arrays.stream(given).filter(one -> one.startsWith("--")).toList();
        String[] arguments =
                Arrays.stream(given).filter(one -> !one.startsWith("--")).toArray(String[]::new);
        if (arguments.length < 3) {
            System.err.println("Usage: benchmarks/run vectors [--kinds=KIND,...] [--minutes=N] WORK_DIR COUNT QUESTIONS"
                    + " [TREE...]; PYTHON names python3; kinds: " + String.join(",", Chosen.ALL));
            System.exit(2);
        }
        Chosen chosen = Chosen.of(options, Integer.parseInt(arguments[1]) >= LARGE);
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
        var run = new Vectors(base, questions, chosen, System.out);
        var peers = new VectorPeers(folder, base, questions, TOP);
        run.bolt(folder, peers.truth());
        peers.run(chosen, run.truth);
    }

    /** @param known what an earlier run over the same vectors found by comparing all; empty if there was none */
    private void bolt(Path folder, List<Set<Integer>> known) throws IOException {
        truth.addAll(known);
        if (known.isEmpty() || chosen.has("flat")) {
            exact();
        }
        header();
        measure(folder, VectorKind.BITS, large() ? new int[] {400, 1000} : new int[] {50, 100, 200, 400}, 0);
        measure(folder, VectorKind.IVF, large() ? new int[] {200, 400} : new int[] {200}, 16, 8, 4);
        measure(folder, VectorKind.PQ, new int[] {400}, 0);
        measure(folder, VectorKind.HNSW, new int[] {128}, 0);
    }

    private boolean large() {
        return base.length >= LARGE;
    }

    private void header() {
        out.println("| index | recall@10 | QPS of a cpu-second | QPS on two threads | built in | reopened in |"
                + " bytes a vector |");
        out.println("|---|--:|--:|--:|--:|--:|--:|");
    }

    /** Every row, which is what the others are compared with, beside a plain reading of as many bytes. */
    private void exact() {
        header();
        var properties = properties(VectorKind.FLAT, 1, 0);
        double bytes = (double) base.length * base[0].length * Float.BYTES;
        try (VectorIndex index = VectorIndexes.of(properties).empty(base[0].length);
                var memory = new Bandwidth((long) bytes)) {
            String built = timed(() -> fill(index));
            double found = recall(index);
            double one = onOneThread(index, 1, EXACT);
            SideBySide scan = onTwo(index, EXACT);
            SideBySide halves = memory.halves();
            SideBySide wholes = memory.wholes();
            for (int round = 0; round < ROUNDS; round++) {
                scan = scan.best(onTwo(index, EXACT));
                halves = halves.best(memory.halves());
                wholes = wholes.best(memory.wholes());
            }
            tell(index, "", found, one, 2 * EXACT / scan.wall(), built, "");
            out.println();
            compare("a second", bytes, scan.wall(), halves.wall(), wholes.wall());
            compare("a cpu-second of both", bytes, scan.cpu(), halves.cpu(), wholes.cpu());
            out.println();
        }
    }

    private void compare(String unit, double bytes, double scan, double halves, double wholes) {
        double scanned = 2 * EXACT * bytes / scan;
        double read = Math.max(bytes / halves, 2 * bytes / wholes);
        out.printf(
                "%.1f GB %s of memory read by two threads, and of vectors compared exactly %.1f GB: %.0f %%%n",
                read / 1e9, unit, scanned / 1e9, 100 * scanned / read);
    }

    private void measure(Path folder, VectorKind kind, int[] refines, int... parts) throws IOException {
        if (chosen.has(kind.name().toLowerCase(Locale.ROOT))) {
            deadline = Deadline.after(chosen.limit());
            try {
                measureAll(folder, kind, refines, parts);
            } catch (ProblemException late) {
                out.printf(
                        "| %s: ended after %d min | | | | | | |%n",
                        kind, chosen.limit().toMinutes());
            }
            deadline = Deadline.NONE;
        }
    }

    /** Built once, then opened anew for each setting. */
    private void measureAll(Path folder, VectorKind kind, int[] refines, int... parts) throws IOException {
        var saved = new Saved(folder.resolve("learnt"), "benchmark");
        String built;
        try (VectorIndex index =
                VectorIndexes.of(properties(kind, refines[0], 0)).empty(base[0].length)) {
            built = timed(() -> fill(index));
            index.save(saved);
        }
        for (int refine : refines) {
            for (int part : parts) {
                int probes = part == 0 ? 0 : Math.max(1, lists() / part);
                try (VectorIndex index =
                        VectorIndexes.of(properties(kind, refine, probes)).empty()) {
                    String reopened = timed(() -> index.load(saved, this::each));
                    double found = recall(index);
                    double one = onOneThread(index, large() ? 1 : ROUNDS, questions.length);
                    double two = onTwoThreads(index, large() ? 1 : ROUNDS, questions.length);
                    String settings = ", refine " + refine + (part == 0 ? "" : ", nprobe " + probes);
                    tell(index, settings, found, one, two, built, reopened);
                }
            }
        }
    }

    /** Those of an IVF, which learns at the last power of four times 256. */
    private int lists() {
        int learnt = 256;
        while (learnt <= base.length / 4) {
            learnt *= 4;
        }
        return (int) Math.sqrt(learnt);
    }

    private static VectorProperties properties(VectorKind kind, int refine, int probes) {
        return new VectorProperties(DataSize.ofGigabytes(8), kind, refine, probes, refine);
    }

    private void fill(VectorIndex index) {
        each(index::add);
    }

    private void each(BiConsumer<ChunkId, float[]> into) {
        for (int row = 0; row < base.length; row++) {
            if (row % 1024 == 0) {
                deadline.check();
            }
            into.accept(ids[row], base[row]);
        }
    }

    private static String timed(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = System.nanoTime();
        long beganCpu = threads.getCurrentThreadCpuTime();
        work.run();
        double cpu = (threads.getCurrentThreadCpuTime() - beganCpu) / 1e9;
        return "%.1f s, %.1f cpu-s".formatted((System.nanoTime() - began) / 1e9, cpu);
    }

    private void tell(
            VectorIndex index, String settings, double found, double one, double two, String built, String reopened) {
        out.printf(
                "| %s%s | %.3f | %,.0f | %,.0f | %s | %s | %,d |%n",
                index.kind(), settings, found, one, two, built, reopened, index.bytes() / base.length);
    }

    private double recall(VectorIndex index) {
        List<Set<Integer>> found = Arrays.stream(questions)
                .parallel()
                .map(question -> index.search(question, TOP, deadline).stream()
                        .map(neighbor -> rows.get(neighbor.id()))
                        .collect(Collectors.toSet()))
                .toList();
        if (truth.isEmpty()) {
            truth.addAll(found);
        }
        int right = 0;
        for (int q = 0; q < questions.length; q++) {
            var near = new HashSet<>(found.get(q));
            near.retainAll(truth.get(q));
            right += near.size();
        }
        return right / (double) (TOP * questions.length);
    }

    /** Of the thread's own time, the best of some rounds. */
    private double onOneThread(VectorIndex index, int rounds, int asked) {
        var threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long began = threads.getCurrentThreadCpuTime();
            ask(index, asked);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
        }
        return Math.min(asked, questions.length) * 1e9 / best;
    }

    private double onTwoThreads(VectorIndex index, int rounds, int asked) {
        SideBySide best = onTwo(index, asked);
        for (int round = 1; round < rounds; round++) {
            best = best.best(onTwo(index, asked));
        }
        return 2 * Math.min(asked, questions.length) / best.wall();
    }

    private SideBySide onTwo(VectorIndex index, int asked) {
        return SideBySide.run(() -> ask(index, asked), () -> ask(index, asked));
    }

    private void ask(VectorIndex index, int asked) {
        for (int q = 0; q < Math.min(asked, questions.length); q++) {
            if (index.search(questions[q], TOP, deadline).size() < TOP) {
                throw new IllegalStateException("Too few neighbours");
            }
        }
    }
}
