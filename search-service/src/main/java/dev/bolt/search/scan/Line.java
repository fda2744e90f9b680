package dev.bolt.search.scan;

import dev.bolt.search.regex.BrokenByte;
import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line as {@link LinePattern} sees it, and where each UTF-16 unit of that begins in the bytes.
 *
 * @param scanned the text, with a lone surrogate for each byte that is no UTF-8
 * @param offsets of units; empty if the line is ASCII, where unit and byte are the same
 * @param whole whether all of it is UTF-8
 * @param strays whether there are stray bytes in it
 */
record Line(String scanned, int[] offsets, boolean whole, boolean strays) {
    private static final int[] SAME = {};

    /** @param line without the line end */
    static Line of(byte[] line) {
        return of(line, 0, line.length);
    }

    /** A line that stands in a text, its line end not counted. */
    static Line of(byte[] text, int start, int end) {
        return Utf8.isAscii(text, start, end)
                ? new Line(new String(text, start, end - start, StandardCharsets.ISO_8859_1), SAME, true, false)
                : decoded(Arrays.copyOfRange(text, start, end), false);
    }

    /**
     * The same, but that who looks back over stray bytes at its beginning sees the line end before: as ripgrep does
     * where it tries a pattern on many lines at once.
     */
    static Line behindALineEnd(byte[] text, int start, int end) {
        return decoded(Arrays.copyOfRange(text, start, end), true);
    }

    /** Whether {@link #behindALineEnd} may be another line than {@link #of}. */
    static boolean beginsAstray(byte[] text, int start, int end) {
        return start < end && goesOn(text[start]);
    }

    private static Line decoded(byte[] bytes, boolean behindALineEnd) {
        var text = new StringBuilder(bytes.length);
        int[] offsets = new int[bytes.length + 1];
        boolean whole = true;
        boolean strays = false;
        for (int at = 0; at < bytes.length; ) {
            int unit = text.length();
            int length = Utf8.sequence(bytes, at);
            if (length == 0) {
                int seen = seenBack(bytes, at, behindALineEnd);
                text.append(seen < 0 ? BrokenByte.alone(bytes[at]) : BrokenByte.stray(bytes[at], seen));
                whole = false;
                strays |= seen >= 0;
            } else {
                text.appendCodePoint(Utf8.codePoint(bytes, at, length));
            }
            for (; unit < text.length(); unit++) {
                offsets[unit] = at;
            }
            at += Math.max(1, length);
        }
        offsets[text.length()] = bytes.length;
        return new Line(text.toString(), offsets, whole, strays);
    }

    /** The character that Rust sees when it looks back over a byte that is no UTF-8; -1 if none. */
    private static int seenBack(byte[] bytes, int at, boolean behindALineEnd) {
        int start = at;
        while (start > 0 && start > at - 3 && goesOn(bytes[start])) {
            start--;
        }
        if (behindALineEnd && start == 0 && at < 3 && goesOn(bytes[0])) {
            return '\n';
        }
        int length = start == at ? 0 : Utf8.sequence(bytes, start);
        return length == 0 || start + length > at ? -1 : Utf8.codePoint(bytes, start, length);
    }

    private static boolean goesOn(byte b) {
        return (b & 0xC0) == 0x80;
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

    /** The last unit that begins at this byte or before it. O(log n). */
    int unit(int byteOffset) {
        if (offsets == SAME) {
            return byteOffset;
        }
        int found = Arrays.binarySearch(offsets, 0, length() + 1, byteOffset);
        int unit = found < 0 ? -found - 2 : found;
        return inside(unit) ? unit - 1 : unit;
    }

    int byteOffset(int unit) {
        return offsets == SAME ? unit : offsets[unit];
    }
}
