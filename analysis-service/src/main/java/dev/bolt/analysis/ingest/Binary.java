package dev.bolt.analysis.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells files that are no text: those with a byte that is zero. Eight bytes at once, for all bytes of all files pass.
 */
final class Binary {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOWEST = 0x0101010101010101L;
    private static final long HIGHEST = 0x8080808080808080L;

    private Binary() {}

    static boolean is(byte[] bytes) {
        int at = 0;
        for (int words = bytes.length - Long.BYTES; at <= words; at += Long.BYTES) {
            long word = (long) WORD.get(bytes, at);
            if ((word - LOWEST & ~word & HIGHEST) != 0) { // exact: a borrow starts at a zero only
                return true;
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }
}
