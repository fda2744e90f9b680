package dev.bolt.search.trigram;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Which chunks may fit a query: all that fit are among them. The files are mapped, not read; heap is O(1) while nobody
 * asks. Immutable, safe for many threads.
 */
public final class GramIndex {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int ENTRY_BYTES = 16;

    /** Reading a chunk takes as long as reading so many entries of a list. */
    private static final int CHUNK_COST = 4_000;

    private final MemorySegment grams;
    private final MemorySegment postings;
    private final int size;
    private final int chunks;

    private GramIndex(MemorySegment grams, MemorySegment postings, int chunks) {
        this.grams = grams;
        this.postings = postings;
        this.size = Math.toIntExact(grams.byteSize() / ENTRY_BYTES);
        this.chunks = chunks;
    }

    /** @param chunks how many there are in all */
    public static GramIndex open(Path grams, Path postings, int chunks) throws IOException {
        return new GramIndex(map(grams), map(postings), chunks);
    }

    /** Distinct trigrams. */
    public int size() {
        return size;
    }

    /** Chunks that may fit, ascending; empty if that is all of them. */
    public Optional<int[]> candidates(GramQuery query) {
        return candidates(query, IntUnaryOperator.identity());
    }

    /**
     * Groups of chunks that may fit together, ascending; empty if that is all of them.
     *
     * @param group of a chunk; not falling from chunk to chunk
     */
    public Optional<int[]> candidates(GramQuery query, IntUnaryOperator group) {
        return switch (query) {
            case GramQuery.All all -> Optional.empty();
            case GramQuery.None none -> Optional.of(new int[0]);
            case GramQuery.Gram gram -> Optional.of(grouped(list(entry(gram.bytes())), group));
            case GramQuery.And and -> Optional.of(and(and.parts(), group));
            case GramQuery.Or or -> Optional.of(or(or.parts(), group));
        };
    }

    /** At most so many chunks. */
    private long estimate(GramQuery query) {
        return switch (query) {
            case GramQuery.All all -> chunks;
            case GramQuery.None none -> 0;
            case GramQuery.Gram gram -> count(entry(gram.bytes()));
            case GramQuery.And and ->
                and.parts().stream().mapToLong(this::estimate).min().orElse(chunks);
            case GramQuery.Or or ->
                or.parts().stream().mapToLong(this::estimate).sum();
        };
    }

    /** Cheapest first, as long as it pays: lists rule out as many as the last ones did, the older counting less. */
    private int[] and(List<GramQuery> parts, IntUnaryOperator group) {
        record Costed(GramQuery query, long most) {}
        List<Costed> byCost = parts.stream()
                .map(part -> new Costed(part, estimate(part)))
                .sorted(Comparator.comparingLong(Costed::most))
                .toList();
        int[] left = candidates(byCost.getFirst().query(), group).orElseThrow();
        double ruledOut = 0.5;
        for (Costed next : byCost.subList(1, byCost.size())) {
            if (next.most() > ruledOut * left.length * CHUNK_COST) {
                break;
            }
            int before = Math.max(1, left.length);
            left = next.query() instanceof GramQuery.Gram gram
                    ? among(left, entry(gram.bytes()), group)
                    : intersect(left, candidates(next.query(), group).orElseThrow());
            ruledOut = (ruledOut + 1 - (double) left.length / before) / 2;
        }
        return left;
    }

    private int[] or(List<GramQuery> parts, IntUnaryOperator group) {
        BitSet any = new BitSet(chunks);
        for (GramQuery part : parts) {
            for (int chunk : candidates(part, group).orElseThrow()) {
                any.set(chunk);
            }
        }
        return any.stream().toArray();
    }

    private static int[] grouped(int[] chunks, IntUnaryOperator group) {
        int size = 0;
        for (int chunk : chunks) {
            int number = group.applyAsInt(chunk);
            if (size == 0 || chunks[size - 1] != number) {
                chunks[size++] = number;
            }
        }
        return Arrays.copyOf(chunks, size);
    }

    private static int[] intersect(int[] left, int[] right) {
        int[] both = new int[Math.min(left.length, right.length)];
        int size = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                both[size++] = left[i++];
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Arrays.copyOf(both, size);
    }

    /** Where the trigram is in the table; -1 if nowhere. */
    private int entry(int gram) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = grams.get(INT, (long) middle * ENTRY_BYTES);
            if (found == gram) {
                return middle;
            }
            if (found < gram) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int count(int entry) {
        return entry < 0 ? 0 : grams.get(INT, (long) entry * ENTRY_BYTES + 4);
    }

    private int[] list(int entry) {
        int[] list = new int[count(entry)];
        PostingCursor cursor = postings(entry);
        for (int i = 0; i < list.length; i++) {
            list[i] = cursor.next();
        }
        return list;
    }

    /** Those of {@code left} that are groups of an entry's chunks, too; the list is read as far as it is needed. */
    private int[] among(int[] left, int entry, IntUnaryOperator group) {
        int[] both = new int[left.length];
        PostingCursor cursor = postings(entry);
        int size = 0;
        int next = 0;
        for (int i = count(entry); i > 0 && next < left.length; i--) {
            int number = group.applyAsInt(cursor.next());
            while (next < left.length && left[next] < number) {
                next++;
            }
            if (next < left.length && left[next] == number) {
                both[size++] = left[next++];
            }
        }
        return Arrays.copyOf(both, size);
    }

    private PostingCursor postings(int entry) {
        if (entry < 0) {
            return new PostingCursor(new byte[0]);
        }
        long from = grams.get(LONG, (long) entry * ENTRY_BYTES + 8);
        long to = entry + 1 < size ? grams.get(LONG, (entry + 1L) * ENTRY_BYTES + 8) : postings.byteSize();
        byte[] deltas = new byte[Math.toIntExact(to - from)];
        MemorySegment.copy(postings, ValueLayout.JAVA_BYTE, from, deltas, 0, deltas.length);
        return new PostingCursor(deltas);
    }

    private static MemorySegment map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }
}
