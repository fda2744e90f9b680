package dev.bolt.search.trigram;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Merges runs into the two files that {@link GramIndex} reads: {@code grams}, sixteen bytes a trigram in ascending
 * order (trigram, how many chunks, where its postings begin), and {@code postings}, the chunks of each: their
 * differences, or a bit for every chunk there is, whichever is shorter. Time O(trigrams × log runs), memory 1 MiB.
 */
public final class GramMerge {
    /** In the number of a trigram's chunks: its postings are bits. */
    static final int BITS = 1 << 31;

    private static final int BLOCK = 1 << 20;

    private GramMerge() {}

    /**
     * Merges.
     *
     * @param runs in the order of their chunks
     * @param firstChunks what chunk 0 of each is among all
     * @param chunks how many there are in all
     * @throws IOException also if the disk is full; the files are then unfinished
     */
    public static void merge(List<Path> runs, List<Integer> firstChunks, int chunks, Path grams, Path postings)
            throws IOException {
        List<RunCursor> opened = new ArrayList<>();
        try (var table = out(grams);
                var lists = Files.newOutputStream(postings)) {
            var pending = new ByteBuilder();
            PriorityQueue<RunCursor> queue = new PriorityQueue<>();
            for (int i = 0; i < runs.size(); i++) {
                var cursor = new RunCursor(runs.get(i), i, firstChunks.get(i));
                opened.add(cursor);
                if (!cursor.atEnd()) {
                    queue.add(cursor);
                }
            }
            long offset = 0;
            while (!queue.isEmpty()) {
                offset += mergeOne(queue, table, pending, offset, chunks);
                if (pending.size() > BLOCK) {
                    pending.drainTo(lists);
                }
            }
            pending.drainTo(lists);
        } finally {
            for (RunCursor cursor : opened) {
                cursor.close();
            }
        }
    }

    /** Adds the postings of the next trigram; their length. */
    private static int mergeOne(
            PriorityQueue<RunCursor> queue, DataOutputStream table, ByteBuilder lists, long begin, int chunks)
            throws IOException {
        int gram = queue.element().gram();
        int before = lists.size();
        int count = 0;
        int last = 0;
        while (!queue.isEmpty() && queue.element().gram() == gram) {
            RunCursor run = queue.remove();
            lists.addVarInt(run.first() - last);
            run.addDeltas(lists);
            count += run.count();
            last = run.last();
            run.advance();
            if (!run.atEnd()) {
                queue.add(run);
            }
        }
        boolean bits = lists.size() - before > BitCursor.bytes(chunks);
        if (bits) {
            lists.add(BitCursor.of(new DeltaCursor(lists.cut(before)), count, chunks));
        }
        table.writeInt(gram);
        table.writeInt(bits ? count | BITS : count);
        table.writeLong(begin);
        return lists.size() - before;
    }

    private static DataOutputStream out(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }
}
