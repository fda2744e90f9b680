package dev.bolt.search.text;

import java.util.Arrays;

/**
 * UTF-16 to UTF-8 as the Encoding Standard has it, and so ripgrep: half a character, alone, becomes one U+FFFD and
 * swallows nothing, an odd byte at the end another.
 */
public final class Utf16 {
    private static final int REPLACEMENT = 0xFFFD;

    private Utf16() {}

    /**
     * The text in UTF-8.
     *
     * @param from where it begins, behind a byte order mark
     * @param little whether the lower byte of a unit comes first
     */
    public static byte[] toUtf8(byte[] bytes, int from, boolean little) {
        byte[] text = new byte[Math.addExact(bytes.length - from, (bytes.length - from) / 2 + 4)];
        int size = 0;
        int at = from;
        for (; at + 1 < bytes.length; at += 2) {
            int code = unit(bytes, at, little);
            if (Character.isHighSurrogate((char) code)) {
                char low = at + 3 < bytes.length ? unit(bytes, at + 2, little) : 0;
                if (Character.isLowSurrogate(low)) {
                    code = Character.toCodePoint((char) code, low);
                    at += 2;
                } else {
                    code = REPLACEMENT;
                    at += at + 3 == bytes.length ? 1 : 0; // half a character and an odd byte are one that is broken
                }
            } else if (Character.isLowSurrogate((char) code)) {
                code = REPLACEMENT;
            }
            size = put(text, size, code);
        }
        if (at < bytes.length) {
            size = put(text, size, REPLACEMENT);
        }
        return Arrays.copyOf(text, size);
    }

    private static char unit(byte[] bytes, int at, boolean little) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return (char) (little ? second << 8 | first : first << 8 | second);
    }

    private static int put(byte[] text, int at, int code) {
        int size = at;
        if (code < 0x80) {
            text[size++] = (byte) code;
        } else if (code < 0x800) {
            text[size++] = (byte) (0xC0 | code >> 6);
            text[size++] = (byte) (0x80 | code & 0x3F);
        } else if (code < 0x1_0000) {
            text[size++] = (byte) (0xE0 | code >> 12);
            text[size++] = (byte) (0x80 | code >> 6 & 0x3F);
            text[size++] = (byte) (0x80 | code & 0x3F);
        } else {
            text[size++] = (byte) (0xF0 | code >> 18);
            text[size++] = (byte) (0x80 | code >> 12 & 0x3F);
            text[size++] = (byte) (0x80 | code >> 6 & 0x3F);
            text[size++] = (byte) (0x80 | code & 0x3F);
        }
        return size;
    }
}
