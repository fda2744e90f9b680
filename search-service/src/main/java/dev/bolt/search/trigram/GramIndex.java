package dev.bolt.search.trigram;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which chunks may fit a query: all that fit are among them. The files are mapped, not read; heap is O(1) while nobody
 * asks. Immutable, safe for many threads.
 */
public final class GramIndex {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int ENTRY_BYTES = 16;

    /** So few chunks are read sooner than another list is. */
    private static final int FEW = 16;

    /** A list so many times longer than what is left hardly narrows it. */
    private static final int TOO_LONG = 40;

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
        return switch (query) {
            case GramQuery.All all -> Optional.empty();
            case GramQuery.None none -> Optional.of(new int[0]);
            case GramQuery.Gram gram -> Optional.of(list(entry(gram.bytes())));
            case GramQuery.And and -> Optional.of(and(and.parts()));
            case GramQuery.Or or -> Optional.of(or(or.parts()));
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

    /** Cheapest first, as long as it pays. */
    private int[] and(List<GramQuery> parts) {
        record Costed(GramQuery query, long most) {}
        List<Costed> byCost = parts.stream()
                .map(part -> new Costed(part, estimate(part)))
                .sorted(Comparator.comparingLong(Costed::most))
                .toList();
        int[] left = candidates(byCost.getFirst().query()).orElseThrow();
        for (Costed next : byCost.subList(1, byCost.size())) {
            if (left.length <= FEW || next.most() / TOO_LONG > left.length) {
                break;
            }
            left = intersect(left, candidates(next.query()).orElseThrow());
        }
        return left;
    }

    private int[] or(List<GramQuery> parts) {
        BitSet any = new BitSet(chunks);
        for (GramQuery part : parts) {
            for (int chunk : candidates(part).orElseThrow()) {
                any.set(chunk);
            }
        }
        return any.stream().toArray();
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
        return java.util.Arrays.copyOf(both, size);
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
        long at = entry < 0 ? 0 : grams.get(LONG, (long) entry * ENTRY_BYTES + 8);
        int chunk = 0;
        for (int i = 0; i < list.length; i++) {
            int delta = 0;
            int shift = 0;
            byte b;
            do {
                b = postings.get(ValueLayout.JAVA_BYTE, at++);
                delta |= (b & 0x7F) << shift;
                shift += 7;
            } while (b < 0);
            chunk += delta;
            list[i] = chunk;
        }
        return list;
    }

    private static MemorySegment map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }
}
