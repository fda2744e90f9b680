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
    private static final int CHUNK_COST = 1_000;

    /** Each chunk is a group of its own. */
    private static final IntUnaryOperator EACH = IntUnaryOperator.identity();

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

    /** Whether a trigram, its first byte in bits 16 to 23, is in some chunk. */
    public boolean has(int gram) {
        return entry(gram) >= 0;
    }

    /** Chunks that may fit, ascending; empty if that is all of them. */
    public Optional<int[]> candidates(GramQuery query) {
        return candidates(query, EACH);
    }

    /**
     * Groups of chunks that may fit together, ascending; empty if that is all of them.
     *
     * @param group of a chunk; not falling from chunk to chunk
     */
    public Optional<int[]> candidates(GramQuery query, IntUnaryOperator group) {
        return listed(Pairs.resolve(query, this), group);
    }

    private Optional<int[]> listed(GramQuery query, IntUnaryOperator group) {
        return switch (query) {
            case GramQuery.All _, GramQuery.Pair _ -> Optional.empty();
            case GramQuery.None none -> Optional.of(new int[0]);
            case GramQuery.Gram gram -> Optional.of(grouped(list(entry(gram.bytes())), group));
            case GramQuery.And and -> Optional.of(and(and.parts(), group));
            case GramQuery.Or or -> Optional.of(or(or.parts(), group));
        };
    }

    /** How many chunks there are in all. */
    int chunks() {
        return chunks;
    }

    /** At most so many chunks. */
    private long estimate(GramQuery query) {
        return switch (query) {
            case GramQuery.All _, GramQuery.Pair _ -> chunks;
            case GramQuery.None none -> 0;
            case GramQuery.Gram gram -> count(entry(gram.bytes()));
            case GramQuery.And and ->
                and.parts().stream().mapToLong(this::estimate).min().orElse(chunks);
            case GramQuery.Or or ->
                or.parts().stream().mapToLong(this::estimate).sum();
        };
    }

    /** Entries that are read to find which of some chunks fit: all of a list, or a bit for each chunk. */
    private long cost(GramQuery query, int left) {
        return switch (query) {
            case GramQuery.All _, GramQuery.Pair _ -> 0;
            case GramQuery.None none -> 0;
            case GramQuery.Gram gram -> {
                int entry = entry(gram.bytes());
                yield isBits(entry) ? left : count(entry);
            }
            case GramQuery.And and ->
                and.parts().stream().mapToLong(part -> cost(part, left)).sum();
            case GramQuery.Or or ->
                or.parts().stream().mapToLong(part -> cost(part, left)).sum();
        };
    }

    /** Cheapest first, as long as it pays: lists rule out as many as the last ones did, the older counting less. */
    private int[] and(List<GramQuery> parts, IntUnaryOperator group) {
        record Costed(GramQuery query, long most) {}
        List<Costed> byCost = parts.stream()
                .map(part -> new Costed(part, estimate(part)))
                .sorted(Comparator.comparingLong(Costed::most))
                .toList();
        int[] left = listed(byCost.getFirst().query(), group).orElseThrow();
        double ruledOut = 0.5;
        for (Costed next : byCost.subList(1, byCost.size())) {
            if (cost(next.query(), left.length) > ruledOut * left.length * CHUNK_COST) {
                break;
            }
            int before = Math.max(1, left.length);
            left = among(left, next.query(), group);
            ruledOut = (ruledOut + 1 - (double) left.length / before) / 2;
        }
        return left;
    }

    private int[] or(List<GramQuery> parts, IntUnaryOperator group) {
        long[] any = new long[(chunks >>> 6) + 1];
        for (GramQuery part : parts) {
            for (int chunk : listed(part, group).orElseThrow()) {
                any[chunk >>> 6] |= 1L << chunk;
            }
        }
        int[] all = new int[Arrays.stream(any).mapToInt(Long::bitCount).sum()];
        int size = 0;
        for (int word = 0; word < any.length; word++) {
            for (long rest = any[word]; rest != 0; rest &= rest - 1) {
                all[size++] = word << 6 | Long.numberOfTrailingZeros(rest);
            }
        }
        return all;
    }

    private static int[] grouped(int[] chunks, IntUnaryOperator group) {
        if (group == EACH) {
            return chunks;
        }
        int size = 0;
        for (int chunk : chunks) {
            int number = group.applyAsInt(chunk);
            if (size == 0 || chunks[size - 1] != number) {
                chunks[size++] = number;
            }
        }
        return Arrays.copyOf(chunks, size);
    }

    /** Those of {@code left} that fit, too. */
    private int[] among(int[] left, GramQuery query, IntUnaryOperator group) {
        boolean[] fits = new boolean[left.length];
        mark(left, query, group, fits);
        int[] both = new int[left.length];
        int size = 0;
        for (int i = 0; i < left.length; i++) {
            both[size] = left[i];
            size += fits[i] ? 1 : 0;
        }
        return Arrays.copyOf(both, size);
    }

    private void mark(int[] left, GramQuery query, IntUnaryOperator group, boolean[] fits) {
        switch (query) {
            case GramQuery.Gram gram -> mark(left, entry(gram.bytes()), group, fits);
            case GramQuery.Or or -> or.parts().forEach(part -> mark(left, part, group, fits));
            case GramQuery.And and -> mark(left, and(and.parts(), group), fits);
            case GramQuery.None none -> {}
            case GramQuery.All _, GramQuery.Pair _ -> Arrays.fill(fits, true);
        }
    }

    private static void mark(int[] left, int[] right, boolean[] fits) {
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] < right[j]) {
                i++;
            } else if (left[i] > right[j]) {
                j++;
            } else {
                fits[i++] = true;
            }
        }
    }

    /** Marks groups of an entry's chunks; a list is read as far as it is needed, of bits those that are asked for. */
    private void mark(int[] left, int entry, IntUnaryOperator group, boolean[] fits) {
        if (isBits(entry) && group == EACH) {
            long from = from(entry);
            for (int i = 0; i < left.length; i++) {
                int bits = postings.get(ValueLayout.JAVA_BYTE, from + (left[i] >>> 3));
                fits[i] |= (bits >>> (left[i] & 7) & 1) != 0;
            }
            return;
        }
        PostingCursor cursor = postings(entry);
        int next = 0;
        for (int i = count(entry); i > 0 && next < left.length; i--) {
            int number = group == EACH ? cursor.next() : group.applyAsInt(cursor.next());
            while (next < left.length && left[next] < number) {
                next++;
            }
            if (next < left.length && left[next] == number) {
                fits[next++] = true;
            }
        }
    }

    /** Where the trigram is in the table; -1 if nowhere. */
    int entry(int gram) {
        int entry = firstFrom(gram);
        return entry < size && gram(entry) == gram ? entry : -1;
    }

    /** Where the first trigram is that is no less. */
    int firstFrom(int gram) {
        int low = 0;
        for (int high = size; low < high; ) {
            int middle = (low + high) >>> 1;
            if (gram(middle) < gram) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int gram(int entry) {
        return grams.get(INT, (long) entry * ENTRY_BYTES);
    }

    int count(int entry) {
        return entry < 0 ? 0 : countAndForm(entry) & ~GramMerge.BITS;
    }

    private boolean isBits(int entry) {
        return entry >= 0 && (countAndForm(entry) & GramMerge.BITS) != 0;
    }

    private int countAndForm(int entry) {
        return grams.get(INT, (long) entry * ENTRY_BYTES + 4);
    }

    private long from(int entry) {
        return grams.get(LONG, (long) entry * ENTRY_BYTES + 8);
    }

    private int[] list(int entry) {
        int[] list = new int[count(entry)];
        PostingCursor cursor = postings(entry);
        for (int i = 0; i < list.length; i++) {
            list[i] = cursor.next();
        }
        return list;
    }

    private PostingCursor postings(int entry) {
        if (entry < 0) {
            return new DeltaCursor(new byte[0]);
        }
        long from = from(entry);
        long to = entry + 1 < size ? from(entry + 1) : postings.byteSize();
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        MemorySegment.copy(postings, ValueLayout.JAVA_BYTE, from, bytes, 0, bytes.length);
        return isBits(entry) ? new BitCursor(bytes) : new DeltaCursor(bytes);
    }

    private static MemorySegment map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }
}
