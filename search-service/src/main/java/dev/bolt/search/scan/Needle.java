package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import dev.bolt.search.text.Utf8;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A string of bytes to look for, and which three bytes of it are rarest in source text: where these, or two of them,
 * stand, all of it is compared.
 *
 * @param values bytes, letters of either case as small ones
 * @param masks what to set in a byte of the text before it is compared: 0x20 for a letter of either case, else 0
 * @param one index of the first of the two rarest bytes
 * @param two index of the second, not before it; the same if there is but one
 * @param three index of the third rarest; the same as the second if there are but two
 */
record Needle(byte[] values, byte[] masks, int one, int two, int three) {
    /** Bytes of source text, the most frequent first; what is not among them is rare. */
    private static final String FREQUENT =
            " etnarisoldcupmf\n_gh,.()yb\t-=v:;/\"*kE'wAST>RI0xNLC1OD\"<P2{}qMFU[]zj&G3#4";

    /** A byte more between two is worth so many places in that order, up to {@link #FAR} bytes. */
    private static final int APART = 3;

    private static final int FAR = 4;

    static Needle of(String string) {
        byte[] values = new byte[string.length()];
        byte[] masks = new byte[string.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) string.charAt(i);
            masks[i] = (byte) ((string.charAt(i) & Needles.EITHER_CASE) != 0 ? 0x20 : 0);
        }
        int one = rarest(values, -1, -1);
        int two = values.length == 1 ? one : rarest(values, one, -1);
        int three = values.length < 3 ? Math.max(one, two) : rarest(values, one, two);
        return new Needle(values, masks, Math.min(one, two), Math.max(one, two), three);
    }

    /** The last of the rare ones. */
    int farthest() {
        return Math.max(two, three);
    }

    /** Bytes. */
    int length() {
        return values.length;
    }

    /** Where its rarest two neighbours begin. */
    int rarestPair() {
        int best = 0;
        for (int i = 1; i + 1 < values.length; i++) {
            if (rarity(values[i]) + rarity(values[i + 1]) > rarity(values[best]) + rarity(values[best + 1])) {
                best = i;
            }
        }
        return best;
    }

    /** The two bytes that may stand there, the first in the high half, in each case that they may have. */
    List<Integer> pairs(int offset) {
        List<Integer> pairs = new ArrayList<>();
        for (int first : cases(offset)) {
            for (int second : cases(offset + 1)) {
                pairs.add(first << 8 | second);
            }
        }
        return pairs;
    }

    private List<Integer> cases(int index) {
        int value = values[index] & 0xFF;
        return masks[index] == 0 ? List.of(value) : List.of(value, value & ~0x20);
    }

    private static int rarity(byte value) {
        int at = FREQUENT.indexOf((char) (value & 0xFF));
        return at < 0 ? FREQUENT.length() : at;
    }

    /** Rare and not beside the others: neighbours often come together. */
    private static int rarest(byte[] values, int but, int notThis) {
        int best = -1;
        int worth = -1;
        for (int i = 0; i < values.length; i++) {
            int apart = Math.min(apart(i, but), apart(i, notThis));
            if (apart > 0 && rarity(values[i]) + APART * apart > worth) {
                best = i;
                worth = rarity(values[i]) + APART * apart;
            }
        }
        return best;
    }

    private static int apart(int index, int other) {
        return other < 0 ? FAR : Math.min(Math.abs(index - other), FAR);
    }

    /** The first place from {@code from} where all of it stands before {@code end}; -1 if there is none. */
    int find(byte[] text, int from, int end) {
        return WordSearch.find(this, text, from, end);
    }

    /**
     * All places in a line, none over another, counted from where it starts.
     *
     * @param from before it there is none
     * @param words only those with no letter, digit or underscore of ASCII before and after
     */
    List<LineMatches.Span> all(byte[] text, int from, int start, int end, boolean words) {
        List<LineMatches.Span> spans = new ArrayList<>(1);
        for (int at = find(text, from, end); at >= 0; ) {
            int after = at + values.length;
            boolean fits = !words || !(at > start && isWord(text[at - 1]) || after < end && isWord(text[after]));
            if (fits) {
                spans.add(new LineMatches.Span(at - start, after - start));
            }
            at = find(text, fits ? after : at + 1, end);
        }
        return spans;
    }

    private static boolean isWord(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
    }

    /** Whether all of it is ASCII. */
    boolean isAscii() {
        return Utf8.isAscii(values, 0, values.length);
    }

    /** Whether all of it stands here, if the text is long enough. */
    boolean stands(byte[] text, int at) {
        for (int i = 0; i < values.length; i++) {
            if ((byte) (text[at + i] | masks[i]) != values[i]) {
                return false;
            }
        }
        return true;
    }

    /** The same in memory off the heap. */
    boolean stands(MemorySegment text, long at) {
        for (int i = 0; i < values.length; i++) {
            if ((byte) (text.get(ValueLayout.JAVA_BYTE, at + i) | masks[i]) != values[i]) {
                return false;
            }
        }
        return true;
    }
}
