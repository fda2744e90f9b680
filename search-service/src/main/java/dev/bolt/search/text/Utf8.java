package dev.bolt.search.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Well-formed UTF-8 (Unicode standard, table 3-7), sequence by sequence. */
public final class Utf8 {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080808080808080L;

    private Utf8() {}

    /** Whether no byte is above 0x7F; eight at a time. */
    public static boolean isAscii(byte[] text, int from, int end) {
        long all = 0;
        int at = from;
        for (; at + 8 <= end; at += 8) {
            all |= (long) WORD.get(text, at);
        }
        for (; at < end; at++) {
            all |= text[at];
        }
        return (all & HIGHS) == 0;
    }

    /** Length of the well-formed sequence that begins here; 0 if none does. */
    public static int sequence(byte[] bytes, int at) {
        int length = length(bytes[at] & 0xFF);
        return length > 0 && prefix(bytes, at, length) == length ? length : 0;
    }

    /** Length of the longest beginning of a sequence here, where {@link #sequence} is 0: at least 1. */
    public static int broken(byte[] bytes, int at) {
        int length = length(bytes[at] & 0xFF);
        return length == 0 ? 1 : prefix(bytes, at, length);
    }

    /** The character of a well-formed sequence. */
    public static int codePoint(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int code = length == 1 ? lead : lead & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            code = code << 6 | (bytes[at + i] & 0x3F);
        }
        return code;
    }

    private static int length(int lead) {
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private static int prefix(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int good = 1;
        while (good < length && at + good < bytes.length) {
            int next = bytes[at + good] & 0xFF;
            int low = good > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
            int high = good > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
            if (next < low || next > high) {
                break;
            }
            good++;
        }
        return good;
    }
}
