package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A string of bytes to look for: the two bytes of it that are rarest in source text are compared in eight places by the
 * arithmetic of one word (Mycroft 1987, "haszero"), and all of it where both are there. Blocks of many words where they
 * nowhere are both are passed over by a loop without a branch, which the compiler turns into vectors: some 6 GB/s.
 *
 * @param values bytes, letters of either case as small ones
 * @param masks what to set in a byte of the text before it is compared: 0x20 for a letter of either case, else 0
 * @param one index of the first of the rare bytes
 * @param two index of the second; the same if there is but one
 */
record Needle(byte[] values, byte[] masks, int one, int two) {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    /** Bytes that are passed over at once. */
    private static final int BLOCK = 256;

    /** Bytes of source text, the most frequent first; what is not among them is rare. */
    private static final String FREQUENT =
            " etnarisoldcupmf\n_gh,.()yb\t-=v:;/\"*kE'wAST>RI0xNLC1OD\"<P2{}qMFU[]zj&G3#4";

    static Needle of(String string) {
        byte[] values = new byte[string.length()];
        byte[] masks = new byte[string.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) string.charAt(i);
            masks[i] = (byte) ((string.charAt(i) & Needles.EITHER_CASE) != 0 ? 0x20 : 0);
        }
        int one = rarest(values, -1);
        int two = values.length == 1 ? one : rarest(values, one);
        return new Needle(values, masks, Math.min(one, two), Math.max(one, two));
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

    private static int rarest(byte[] values, int but) {
        int best = -1;
        int rank = -1;
        for (int i = 0; i < values.length; i++) {
            int rarity = rarity(values[i]);
            if (i != but && rarity > rank) {
                best = i;
                rank = rarity;
            }
        }
        return best;
    }

    /** The first place from {@code from} where all of it stands before {@code end}; -1 if there is none. */
    int find(byte[] text, int from, int end) {
        int last = end - values.length;
        long valueOne = (values[one] & 0xFFL) * ONES;
        long valueTwo = (values[two] & 0xFFL) * ONES;
        long maskOne = (masks[one] & 0xFFL) * ONES;
        long maskTwo = (masks[two] & 0xFFL) * ONES;
        int at = from;
        while (at + two + 8 <= end) {
            int stop = end - two;
            if (at + BLOCK <= stop) {
                if (!mayStand(text, at, valueOne, valueTwo, maskOne, maskTwo)) {
                    at += BLOCK;
                    continue;
                }
                stop = at + BLOCK;
            }
            for (; at + 8 <= stop; at += 8) {
                long difference = (((long) WORD.get(text, at + one) | maskOne) ^ valueOne)
                        | (((long) WORD.get(text, at + two) | maskTwo) ^ valueTwo);
                for (long zeros = (difference - ONES) & ~difference & HIGHS; zeros != 0; zeros &= zeros - 1) {
                    int place = at + (Long.numberOfTrailingZeros(zeros) >>> 3);
                    if (place <= last && stands(text, place)) {
                        return place;
                    }
                }
            }
        }
        for (; at <= last; at++) {
            if (stands(text, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether somewhere in a block both bytes are there; now and then yes where they are not. */
    private boolean mayStand(byte[] text, int at, long valueOne, long valueTwo, long maskOne, long maskTwo) {
        int first = at + one;
        int second = at + two;
        long any = 0;
        for (int i = 0; i < BLOCK; i += 8) {
            long difference = (((long) WORD.get(text, first + i) | maskOne) ^ valueOne)
                    | (((long) WORD.get(text, second + i) | maskTwo) ^ valueTwo);
            any |= (difference - ONES) & ~difference;
        }
        return (any & HIGHS) != 0;
    }

    /** All places in a line, none over another, counted from where it starts. */
    List<LineMatches.Span> all(byte[] text, int start, int end) {
        List<LineMatches.Span> spans = new ArrayList<>(1);
        for (int at = find(text, start, end); at >= 0; at = find(text, at + values.length, end)) {
            spans.add(new LineMatches.Span(at - start, at - start + values.length));
        }
        return spans;
    }

    /** Whether all of it is ASCII. */
    boolean isAscii() {
        return LineEnds.isAscii(values, 0, values.length);
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
}
