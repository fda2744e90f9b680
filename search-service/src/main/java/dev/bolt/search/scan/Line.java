package dev.bolt.search.scan;

import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.text.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * A line as {@link LinePattern} sees it, and where each UTF-16 unit of that begins in the bytes.
 *
 * @param bytes without the line end
 * @param scanned the text, with a lone surrogate for each byte that is no UTF-8
 * @param offsets of units; empty if the line is ASCII, where unit and byte are the same
 * @param whole whether all of it is UTF-8
 */
record Line(byte[] bytes, String scanned, int[] offsets, boolean whole) {
    private static final int[] SAME = {};

    static Line of(byte[] bytes) {
        if (LineEnds.isAscii(bytes)) {
            return new Line(bytes, new String(bytes, StandardCharsets.ISO_8859_1), SAME, true);
        }
        var text = new StringBuilder(bytes.length);
        int[] offsets = SAME;
        boolean whole = true;
        for (int at = 0; at < bytes.length; ) {
            if (bytes[at] >= 0) {
                if (offsets != SAME) {
                    offsets[text.length()] = at;
                }
                text.append((char) bytes[at++]);
                continue;
            }
            if (offsets == SAME) {
                offsets = new int[bytes.length + 1];
                for (int i = 0; i < at; i++) {
                    offsets[i] = i;
                }
            }
            int unit = text.length();
            int length = Utf8.sequence(bytes, at);
            if (length == 0) {
                text.append((char) (LinePattern.BROKEN + (bytes[at] & 0x7F)));
                whole = false;
            } else {
                text.appendCodePoint(Utf8.codePoint(bytes, at, length));
            }
            for (; unit < text.length(); unit++) {
                offsets[unit] = at;
            }
            at += Math.max(1, length);
        }
        if (offsets == SAME) {
            return new Line(bytes, new String(bytes, StandardCharsets.ISO_8859_1), SAME, true);
        }
        offsets[text.length()] = bytes.length;
        return new Line(bytes, text.toString(), offsets, whole);
    }

    int length() {
        return scanned.length();
    }

    /** Where the stretch of UTF-8 that begins here ends: at a byte that is none, or at the end. */
    int stretchEnd(int unit) {
        if (whole) {
            return length();
        }
        int end = unit;
        while (end < length() && !broken(end)) {
            end += Character.charCount(scanned.codePointAt(end));
        }
        return end;
    }

    private boolean broken(int unit) {
        int c = scanned.codePointAt(unit);
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Whether the unit is the second half of a character. */
    boolean inside(int unit) {
        return unit > 0
                && unit < length()
                && Character.isLowSurrogate(scanned.charAt(unit))
                && Character.isHighSurrogate(scanned.charAt(unit - 1));
    }

    int byteOffset(int unit) {
        return offsets == SAME ? unit : offsets[unit];
    }
}
