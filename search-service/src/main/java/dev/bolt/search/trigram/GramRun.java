package dev.bolt.search.trigram;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The postings of some chunks in a row, in a file, to be merged with those of the others: for each trigram, ascending,
 * its first chunk, its last, and the differences between. Written once, read once.
 */
public final class GramRun {
    private static final int BLOCK = 1 << 20;

    private GramRun() {}

    /** Writes what was gathered, and leaves the gatherer empty. */
    public static void write(ChunkGrams grams, Path file) throws IOException {
        long[] pairs = grams.sorted();
        try (OutputStream out = Files.newOutputStream(file)) {
            var run = new ByteBuilder();
            var deltas = new ByteBuilder();
            for (int from = 0; from < pairs.length; ) {
                int gram = (int) (pairs[from] >>> 32);
                int next = from + 1;
                deltas.clear();
                for (; next < pairs.length && (int) (pairs[next] >>> 32) == gram; next++) {
                    deltas.addVarInt((int) pairs[next] - (int) pairs[next - 1]);
                }
                run.addInt(gram);
                run.addVarInt(next - from);
                run.addVarInt((int) pairs[from]);
                run.addVarInt((int) pairs[next - 1]);
                run.addVarInt(deltas.size());
                run.add(deltas);
                if (run.size() > BLOCK) {
                    run.drainTo(out);
                }
                from = next;
            }
            run.drainTo(out);
        }
    }
}
