package dev.bolt.search.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the first of many needles in one pass: two bytes of each, chosen rare, lead by a table of all pairs to those
 * needles that have them (Wu and Manber 1994, without the shifts). Immutable.
 */
final class PairTable {
    private static final int PAIRS = 1 << 16;

    /** A needle, and where in it the pair stands. */
    private record Entry(Needle needle, int offset) {}

    private final Map<Integer, List<Entry>> entries = new HashMap<>();
    private final boolean[] any = new boolean[PAIRS];
    private final int longestOffset;

    /** @param needles each of two bytes or more */
    PairTable(Needle[] needles) {
        int longest = 0;
        for (Needle needle : needles) {
            int offset = needle.rarestPair();
            longest = Math.max(longest, offset);
            for (int pair : needle.pairs(offset)) {
                entries.computeIfAbsent(pair, key -> new ArrayList<>()).add(new Entry(needle, offset));
                any[pair] = true;
            }
        }
        this.longestOffset = longest;
    }

    /**
     * A place from {@code from} on where a needle stands before {@code end}, in the first line that has one; else -1.
     */
    int find(byte[] text, int from, int end) {
        if (from + 1 >= end) {
            return -1;
        }
        int best = -1;
        int last = end - 1;
        int pair = text[from] & 0xFF;
        for (int at = from; at < last; at++) {
            pair = (pair << 8 | (text[at + 1] & 0xFF)) & 0xFFFF;
            if (any[pair]) {
                int place = check(text, at, from, end, pair);
                if (place >= 0 && (best < 0 || place < best)) {
                    best = place;
                    // A needle that begins before this one may have its pair after it.
                    last = Math.min(last, at + longestOffset + 1);
                }
            }
        }
        return best;
    }

    private int check(byte[] text, int at, int from, int end, int pair) {
        int best = -1;
        for (Entry entry : entries.getOrDefault(pair, List.of())) {
            int place = at - entry.offset();
            if (place >= from
                    && place + entry.needle().length() <= end
                    && entry.needle().stands(text, place)
                    && (best < 0 || place < best)) {
                best = place;
            }
        }
        return best;
    }
}
