package dev.bolt.analysis.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a source at once, as one number with the first byte lowest. Marks are numbers, too: the highest bit of
 * a byte is set where the byte is one that is looked for. After Mycroft's test for a zero byte, whose first mark is
 * right and others may not be ("Hacker's Delight", §6–1).
 */
final class Eight {
    static final int BYTES = Long.BYTES;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = ONES << 7;
    private static final long LOW = 0x7f * ONES;

    private static final long CASE = ' ' * ONES;
    private static final long FROM_A = (0x80 - 'a') * ONES;
    private static final long ABOVE_Z = (0x7f - 'z') * ONES;
    private static final long FROM_0 = (0x80 - '0') * ONES;
    private static final long ABOVE_9 = (0x7f - '9') * ONES;
    private static final long UNDERSCORES = '_' * ONES;

    private Eight() {}

    /** Those from this place on, which must be there. */
    static long at(byte[] source, int at) {
        return (long) WORD.get(source, at);
    }

    /** Eight times this byte of ASCII, for {@link #marks(long, long)}. */
    static long times(int b) {
        return b * ONES;
    }

    /** Marks the first byte that is this one. */
    static long marks(long eight, long times) {
        long zero = eight ^ times;
        return zero - ONES & ~zero & HIGH;
    }

    /** Marks all that are not ASCII. */
    static long notAscii(long eight) {
        return eight & HIGH;
    }

    /** Marks all that are no letter, digit or underscore of ASCII. */
    static long notName(long eight) {
        long ascii = eight & LOW;
        long lower = ascii | CASE;
        long letters = lower + FROM_A & ~(lower + ABOVE_Z);
        long digits = ascii + FROM_0 & ~(ascii + ABOVE_9);
        long underscores = ~((ascii ^ UNDERSCORES) + LOW);
        return ~((letters | digits | underscores) & ~eight) & HIGH;
    }

    /** Marks the first byte that is no blank. */
    static long notBlank(long eight) {
        return ((eight ^ CASE) & LOW) + LOW & HIGH | eight & HIGH;
    }

    /** How many bytes come before the first mark, which there must be. Without C2 fast, unlike trailing zeros. */
    static int before(long marks) {
        long upTo = (marks & -marks) - 1;
        return (int) ((upTo & ONES) * ONES >>> Long.SIZE - Byte.SIZE) - 1;
    }

    /** The first bytes alone, fewer than eight. */
    static long first(long eight, int bytes) {
        return eight & (1L << bytes * Byte.SIZE) - 1;
    }

    /** The bytes between these places, at most eight. */
    static long between(byte[] source, int start, int end) {
        long eight = 0;
        for (int i = end - 1; i >= start; i--) {
            eight = eight << Byte.SIZE | source[i] & 0xff;
        }
        return eight;
    }
}
