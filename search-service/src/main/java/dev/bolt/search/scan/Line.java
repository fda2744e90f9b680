package dev.bolt.search.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One line in three forms: its bytes, its text, and where each UTF-16 unit of the text begins in the bytes.
 *
 * <p>A byte that is no UTF-8 stands in {@link #scanned} as a lone surrogate, so that nothing but a negated class could
 * match it.
 */
final class Line {
    private final byte[] bytes;
    final String scanned;
    private final int[] offsets;
    final boolean valid;

    private Line(byte[] bytes, String scanned, int[] offsets, boolean valid) {
        this.bytes = bytes;
        this.scanned = scanned;
        this.offsets = offsets;
        this.valid = valid;
    }

    static Line of(byte[] source, int start, int end) {
        byte[] bytes = Arrays.copyOfRange(source, start, end);
        var text = new StringBuilder(bytes.length);
        int[] offsets = new int[bytes.length + 1];
        boolean valid = true;
        int at = 0;
        while (at < bytes.length) {
            int length = sequence(bytes, at);
            offsets[text.length()] = at;
            if (length == 0) {
                text.append((char) (0xDC00 + (bytes[at] & 0xFF)));
                valid = false;
                at++;
            } else {
                String unit = new String(bytes, at, length, StandardCharsets.UTF_8);
                text.append(unit);
                if (unit.length() == 2) {
                    offsets[text.length() - 1] = at;
                }
                at += length;
            }
        }
        offsets[text.length()] = bytes.length;
        return new Line(bytes, text.toString(), offsets, valid);
    }

    /** Where the stretch of valid UTF-8 that begins here ends. */
    int stretchEnd(int unit) {
        int end = valid ? scanned.length() : unit;
        while (end < scanned.length() && !invalidByte(end)) {
            end++;
        }
        return end;
    }

    private boolean invalidByte(int unit) {
        char c = scanned.charAt(unit);
        return c >= 0xDC80 && c <= 0xDCFF && (unit == 0 || !Character.isHighSurrogate(scanned.charAt(unit - 1)));
    }

    int byteOffset(int unit) {
        return offsets[unit];
    }

    String text() {
        return valid ? scanned : new String(bytes, StandardCharsets.UTF_8);
    }

    int column(int unit) {
        return valid ? unit : new String(bytes, 0, offsets[unit], StandardCharsets.UTF_8).length();
    }

    @Nullable
    String base64() {
        return valid ? null : Base64.getEncoder().encodeToString(bytes);
    }

    /** Length of the well-formed UTF-8 sequence here, 0 if there is none (Unicode standard, table 3-7). */
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
