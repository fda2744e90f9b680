package dev.bolt.search.text;

import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of bytes and the text it is: UTF-8, where each longest piece of a broken sequence stands as one U+FFFD. Built
 * in one pass; a column costs O(1) after the first.
 */
public final class TextLine {
    private static final char REPLACEMENT = '\uFFFD';

    /** Stands for the bytes of a line that is ASCII: they are its characters. */
    private static final byte[] NONE = {};

    private final byte[] bytes;
    private final String text;
    private final boolean valid;
    private int @Nullable [] columns;

    private TextLine(byte[] bytes, String text, boolean valid) {
        this.bytes = bytes;
        this.text = text;
        this.valid = valid;
    }

    /** @param line without its line end; not copied */
    public static TextLine of(byte[] line) {
        return of(line, 0, line.length);
    }

    /** A line that stands in a text, its line end not counted; what is not ASCII is copied. */
    public static TextLine of(byte[] text, int start, int end) {
        if (Utf8.isAscii(text, start, end)) {
            return new TextLine(NONE, new String(text, start, end - start, StandardCharsets.ISO_8859_1), true);
        }
        return decoded(start == 0 && end == text.length ? text : Arrays.copyOfRange(text, start, end));
    }

    private static TextLine decoded(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        boolean valid = true;
        for (int at = 0; at < bytes.length; ) {
            int length = Utf8.sequence(bytes, at);
            if (length > 0) {
                text.appendCodePoint(Utf8.codePoint(bytes, at, length));
                at += length;
            } else {
                text.append(REPLACEMENT);
                valid = false;
                at += Utf8.broken(bytes, at);
            }
        }
        return new TextLine(bytes, text.toString(), valid);
    }

    /** The line as text. */
    public String text() {
        return text;
    }

    /** A match by its bytes; a column inside a character is that of the character. */
    public Submatch submatch(int startByte, int endByte) {
        return new Submatch(startByte, endByte, column(startByte), column(endByte));
    }

    /** The line as the contract has it. */
    public MatchedLine matched(int number, boolean context, List<Submatch> submatches) {
        String base64 = valid ? null : Base64.getEncoder().encodeToString(bytes);
        return new MatchedLine(number, text, base64, context, submatches);
    }

    private int column(int offset) {
        if (bytes == NONE) {
            return Math.min(offset, text.length());
        }
        int bounded = Math.min(offset, bytes.length);
        if (columns == null) {
            columns = columns();
        }
        return columns[bounded];
    }

    private int[] columns() {
        int[] found = new int[bytes.length + 1];
        int column = 0;
        for (int at = 0; at < bytes.length; ) {
            int length = Utf8.sequence(bytes, at);
            int units = length == 4 ? 2 : 1;
            int end = at + (length > 0 ? length : Utf8.broken(bytes, at));
            while (at < end) {
                found[at++] = column;
            }
            column += units;
        }
        found[bytes.length] = column;
        return found;
    }
}
