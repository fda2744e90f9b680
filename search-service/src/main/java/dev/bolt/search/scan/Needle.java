package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A string of bytes to look for, eight places at a time: the two bytes of it that are rarest in source text are
 * compared in eight places by the arithmetic of one word (Mycroft 1987, "haszero"), and all of it where both are there.
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

    private static int rarest(byte[] values, int but) {
        int best = -1;
        int rank = -1;
        for (int i = 0; i < values.length; i++) {
            int at = FREQUENT.indexOf((char) (values[i] & 0xFF));
            int rarity = at < 0 ? FREQUENT.length() : at;
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
        for (; at + two + 8 <= end; at += 8) {
            long difference = (((long) WORD.get(text, at + one) | maskOne) ^ valueOne)
                    | (((long) WORD.get(text, at + two) | maskTwo) ^ valueTwo);
            for (long zeros = (difference - ONES) & ~difference & HIGHS; zeros != 0; zeros &= zeros - 1) {
                int place = at + (Long.numberOfTrailingZeros(zeros) >>> 3);
                if (place <= last && stands(text, place)) {
                    return place;
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

    private boolean stands(byte[] text, int at) {
        for (int i = 0; i < values.length; i++) {
            if ((byte) (text[at + i] | masks[i]) != values[i]) {
                return false;
            }
        }
        return true;
    }
}
