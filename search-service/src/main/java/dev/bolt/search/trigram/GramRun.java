package dev.bolt.search.trigram;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The postings of some chunks in a row, in a file, to be merged with those of the others: for each trigram, ascending,
 * its first chunk, its last, and the differences between. Written once, read once.
 */
public final class GramRun {
    private GramRun() {}

    /** Writes what was gathered, and leaves the gatherer empty. */
    public static void write(ChunkGrams grams, Path file) throws IOException {
        long[] pairs = grams.sorted();
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            var deltas = new ByteArrayOutputStream();
            for (int from = 0; from < pairs.length; ) {
                int gram = (int) (pairs[from] >>> 32);
                int count = 1;
                deltas.reset();
                while (from + count < pairs.length && (int) (pairs[from + count] >>> 32) == gram) {
                    VarInts.write(deltas, (int) pairs[from + count] - (int) pairs[from + count - 1]);
                    count++;
                }
                out.writeInt(gram);
                VarInts.write(out, count);
                VarInts.write(out, (int) pairs[from]);
                VarInts.write(out, (int) pairs[from + count - 1]);
                VarInts.write(out, deltas.size());
                deltas.writeTo(out);
                from += count;
            }
        }
    }
}
