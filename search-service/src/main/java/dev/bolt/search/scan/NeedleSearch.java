package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import dev.bolt.search.text.Utf8;
import java.util.Arrays;

/**
 * Finds where a text holds one of some needles, left to right. A few are looked for one by one, each at some gigabytes
 * a second, and where each was seen last is remembered, so that a text is read once for each, and not at all for one
 * that is not ASCII where the text is; many are looked for at once by {@link PairTable}.
 */
final class NeedleSearch implements LineFinder {
    private static final int NOT_SEARCHED = -1;
    private static final int NOWHERE = Integer.MAX_VALUE;

    /** More are sooner found at once. */
    static final int FEW = 16;

    private final Needle[] needles;
    private final int[] seen;
    private final boolean[] ascii;
    private final PairTable table;
    private boolean beyondAscii;
    private byte[] text = {};
    private int end;

    NeedleSearch(Needles needles) {
        Needle[] all = needles.strings().stream().map(Needle::of).toArray(Needle[]::new);
        boolean together = all.length > FEW && Arrays.stream(all).allMatch(needle -> needle.length() > 1);
        this.table = new PairTable(together ? all : new Needle[0]);
        this.needles = together ? new Needle[0] : all;
        this.seen = new int[this.needles.length];
        this.ascii = new boolean[this.needles.length];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = this.needles[i].isAscii();
            beyondAscii |= !ascii[i];
        }
    }

    @Override
    public void begin(byte[] newText, int newEnd) {
        text = newText;
        end = newEnd;
        boolean onlyAscii = beyondAscii && Utf8.isAscii(text, 0, end);
        for (int i = 0; i < seen.length; i++) {
            seen[i] = onlyAscii && !ascii[i] ? NOWHERE : NOT_SEARCHED;
        }
    }

    @Override
    public int nextLine(int start) {
        int place = next(start);
        return place < 0 ? -1 : LineEnds.startOf(text, place, start);
    }

    /** The first place from here on where a needle stands; -1 if there is none. Questions go left to right. */
    private int next(int from) {
        if (needles.length == 0) {
            return table.find(text, from, end);
        }
        int first = NOWHERE;
        for (int i = 0; i < needles.length; i++) {
            if (seen[i] < from) {
                int found = needles[i].find(text, from, end);
                seen[i] = found < 0 ? NOWHERE : found;
            }
            first = Math.min(first, seen[i]);
        }
        return first == NOWHERE ? -1 : first;
    }
}
