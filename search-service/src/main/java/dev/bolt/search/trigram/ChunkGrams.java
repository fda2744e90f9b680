package dev.bolt.search.trigram;

import java.util.Arrays;

/**
 * The distinct trigrams of chunk after chunk, gathered in memory, then sorted. A trigram with a line end in it is left
 * out: no match crosses one; but a line of two bytes has them and its end, so that it can be found by them. Memory: 2
 * MiB and 8 bytes a pair, twice while sorting. Used by one thread.
 */
public final class ChunkGrams {
    private static final int GRAM_BITS = 24;
    private static final int DIGIT_BITS = 12;

    private final long[] inChunk = new long[1 << (GRAM_BITS - 6)];
    private long[] pairs = new long[1 << 16];
    private int size;
    private int chunks;

    /** Takes the next chunk; they are numbered from 0. */
    public void add(byte[] text, int from, int to) {
        int before = size;
        int gram = 0;
        int whole = 0;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            gram = (gram << 8 | (b & 0xFF)) & 0xFFFFFF;
            if (b == '\n') {
                if (whole == 2) {
                    note(gram);
                }
                whole = 0;
            } else if (++whole >= 3) {
                note(gram);
            }
        }
        if (whole == 2) {
            note((gram << 8 | '\n') & 0xFFFFFF);
        }
        for (int i = before; i < size; i++) {
            inChunk[(int) (pairs[i] >>> 38)] = 0;
        }
        chunks++;
    }

    private void note(int gram) {
        if ((inChunk[gram >>> 6] & 1L << gram) == 0) {
            inChunk[gram >>> 6] |= 1L << gram;
            append((long) gram << 32 | chunks);
        }
    }

    /** Chunks taken. */
    public int chunks() {
        return chunks;
    }

    /** The pairs, by trigram and chunk, the trigram in the high half; begins anew. */
    long[] sorted() {
        long[] from = Arrays.copyOf(pairs, size);
        long[] to = new long[size];
        for (int shift = 32; shift < 32 + GRAM_BITS; shift += DIGIT_BITS) {
            sortByDigit(from, to, shift);
            long[] swap = from;
            from = to;
            to = swap;
        }
        size = 0;
        chunks = 0;
        return from;
    }

    /** One pass of a counting sort, which keeps the order of equals (Knuth, vol. 3, 5.2.5). */
    private static void sortByDigit(long[] from, long[] to, int shift) {
        int[] place = new int[(1 << DIGIT_BITS) + 1];
        int mask = (1 << DIGIT_BITS) - 1;
        for (long pair : from) {
            place[(int) (pair >>> shift & mask) + 1]++;
        }
        for (int i = 1; i < place.length; i++) {
            place[i] += place[i - 1];
        }
        for (long pair : from) {
            to[place[(int) (pair >>> shift & mask)]++] = pair;
        }
    }

    private void append(long pair) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = pair;
    }
}
