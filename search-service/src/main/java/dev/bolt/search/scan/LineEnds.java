package dev.bolt.search.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Where lines end in a text of bytes; eight bytes at a time. */
public final class LineEnds {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ENDS = 0x0A0A0A0A0A0A0A0AL;
    private static final int BLOCK = 1024;
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;

    private LineEnds() {}

    /** The next line end from here on; {@code end} if there is none before. */
    public static int next(byte[] text, int from, int end) {
        int at = from;
        for (; at + 8 <= end; at += 8) {
            long zeros = zeros((long) WORD.get(text, at) ^ ENDS);
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (at < end && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** How many line ends there are. Words are counted byte by byte in one word, so many that no byte overflows. */
    public static int count(byte[] text, int from, int end) {
        int count = 0;
        int at = from;
        for (; at + BLOCK <= end; at += BLOCK) {
            long counts = 0;
            for (int i = 0; i < BLOCK; i += 8) {
                counts += zeros((long) WORD.get(text, at + i) ^ ENDS) >>> 7;
            }
            long pairs = (counts & 0x00FF00FF00FF00FFL) + (counts >>> 8 & 0x00FF00FF00FF00FFL);
            count += (int) (pairs * 0x0001000100010001L >>> 48);
        }
        for (; at + 8 <= end; at += 8) {
            count += Long.bitCount(zeros((long) WORD.get(text, at) ^ ENDS));
        }
        for (; at < end; at++) {
            count += text[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Where the line begins that holds this place, not before {@code least}. */
    public static int startOf(byte[] text, int place, int least) {
        int at = place;
        while (at > least && text[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    /** The high bit of each byte that is zero, exactly. */
    private static long zeros(long word) {
        return ~(((word & LOWS) + LOWS) | word | LOWS);
    }
}
