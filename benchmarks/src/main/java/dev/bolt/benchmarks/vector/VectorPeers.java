package dev.bolt.benchmarks.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * FAISS and hnswlib over the same vectors, a Python process each, which is ended when its time is up. What they are
 * compared with, the true neighbours, stays in the folder for the next run.
 *
 * @param folder to work in
 * @param top neighbours a question
 */
record VectorPeers(Path folder, float[][] base, float[][] questions, int top) {
    private Path truthFile() {
        return folder.resolve("truth-%d-%d-%d.i32".formatted(base.length, questions.length, top));
    }

    /** What an earlier run found, a set a question; empty if there was none or the vectors were made anew since. */
    List<Set<Integer>> truth() throws IOException {
        Path vectors = folder.resolve("vectors.f32");
        if (!Files.exists(truthFile())
                || Files.getLastModifiedTime(vectors).compareTo(Files.getLastModifiedTime(truthFile())) > 0) {
            return List.of();
        }
        var found = ByteBuffer.wrap(Files.readAllBytes(truthFile())).order(ByteOrder.LITTLE_ENDIAN);
        var truth = new ArrayList<Set<Integer>>();
        for (int q = 0; q < questions.length; q++) {
            Set<Integer> near = new LinkedHashSet<>();
            for (int i = 0; i < top; i++) {
                near.add(found.getInt());
            }
            truth.add(near);
        }
        return truth;
    }

    /** Measures those that were chosen. */
    void run(Chosen chosen, List<Set<Integer>> truth) throws IOException, InterruptedException {
        Path script = folder.resolve("vector-peers.py");
        try (var in = VectorPeers.class.getResourceAsStream("peers.py")) {
            Files.write(script, in.readAllBytes());
        }
        Path baseFile = folder.resolve("base.f32");
        Path questionsFile = folder.resolve("asked.f32");
        Floats.write(baseFile, base);
        Floats.write(questionsFile, questions);
        var buffer = ByteBuffer.allocate(truth.size() * top * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        truth.forEach(near -> near.forEach(buffer::putInt));
        Files.write(truthFile(), buffer.array());
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        String dimension = Integer.toString(base[0].length);
        for (String peer : Chosen.BESIDE) {
            if (chosen.has(peer)) {
                var process = new ProcessBuilder(
                                python,
                                script.toString(),
                                baseFile.toString(),
                                questionsFile.toString(),
                                truthFile().toString(),
                                dimension,
                                peer)
                        .inheritIO()
                        .start();
                if (!process.waitFor(chosen.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                    System.out.printf(
                            "| %s: ended after %d min | | | | | | |%n",
                            peer, chosen.limit().toMinutes());
                }
            }
        }
    }
}
