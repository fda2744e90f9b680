package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import java.util.Arrays;

/**
 * Finds where a text holds one of some needles, left to right, in time linear in the text for each needle. Remembers
 * where each was seen last, so that a text is read once whatever the questions. Used by one thread.
 */
final class NeedleSearch {
    private static final int NOT_SEARCHED = -1;

    private final Needle[] needles;
    private final int[] seen;
    private byte[] text = {};
    private int end;

    NeedleSearch(Needles needles) {
        this.needles = needles.strings().stream().map(Needle::of).toArray(Needle[]::new);
        this.seen = new int[this.needles.length];
    }

    /** Begins a text that ends before {@code end}. */
    void begin(byte[] newText, int newEnd) {
        text = newText;
        end = newEnd;
        Arrays.fill(seen, NOT_SEARCHED);
    }

    /** The first place from here on where a needle stands; -1 if there is none. Questions go left to right. */
    int next(int from) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < needles.length; i++) {
            if (seen[i] < from) {
                int found = needles[i].find(text, from, end);
                seen[i] = found < 0 ? Integer.MAX_VALUE : found;
            }
            first = Math.min(first, seen[i]);
        }
        return first == Integer.MAX_VALUE ? -1 : first;
    }

    /** Where the next line begins that holds a needle, from a line's beginning on; -1 if there is none. */
    int nextLine(int start) {
        int place = next(start);
        return place < 0 ? -1 : LineEnds.startOf(text, place, start);
    }
}
