package dev.bolt.search.web;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes files with their lines as Jackson does, byte by byte: an answer may have a million lines, and a mapper takes
 * longer for them than the search. What is written waits in memory until it is {@link #flush flushed}, some kilobytes
 * at a time. Used by one thread at a time.
 */
final class MatchJson {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    private static final int FULL = 1 << 16;

    private static final byte[] LINE = latin("{\"line\":");
    private static final byte[] TEXT = latin(",\"text\":");
    private static final byte[] BYTES = latin(",\"bytes\":");
    private static final byte[] CONTEXT = latin(",\"context\":true,\"submatches\":[");
    private static final byte[] MATCH = latin(",\"context\":false,\"submatches\":[");
    private static final byte[] START_BYTE = latin("{\"startByte\":");
    private static final byte[] NEXT_START_BYTE = latin(",{\"startByte\":");
    private static final byte[] END_BYTE = latin(",\"endByte\":");
    private static final byte[] START_COLUMN = latin(",\"startColumn\":");
    private static final byte[] END_COLUMN = latin(",\"endColumn\":");
    private static final byte[] CLOSE = latin("}");
    private static final byte[] CLOSE_LINE = latin("]}");

    private final OutputStream out;
    private byte[] buffer = new byte[2 * FULL];
    private int size;

    MatchJson(OutputStream out) {
        this.out = out;
    }

    void file(FileMatches file) throws IOException {
        ascii("{\"path\":");
        string(file.path());
        ascii(",\"lines\":[");
        List<MatchedLine> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                ascii(",");
            }
            line(lines.get(i));
            if (size > FULL) {
                flush();
            }
        }
        ascii("],\"binaryOffset\":");
        number(file.binaryOffset());
        ascii("}");
    }

    /** Writes what is ASCII, as it is. */
    void ascii(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            buffer[size++] = (byte) text.charAt(i);
        }
    }

    void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** Gives what was written to the stream. */
    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    /** Whether there is enough to be worth a write. */
    boolean full() {
        return size > FULL;
    }

    private void line(MatchedLine line) {
        bytes(LINE);
        number(line.line());
        bytes(TEXT);
        string(line.text());
        bytes(BYTES);
        string(line.bytes());
        bytes(line.context() ? CONTEXT : MATCH);
        List<Submatch> submatches = line.submatches();
        for (int i = 0; i < submatches.size(); i++) {
            Submatch submatch = submatches.get(i);
            bytes(i > 0 ? NEXT_START_BYTE : START_BYTE);
            number(submatch.startByte());
            bytes(END_BYTE);
            number(submatch.endByte());
            bytes(START_COLUMN);
            number(submatch.startColumn());
            bytes(END_COLUMN);
            number(submatch.endColumn());
            bytes(CLOSE);
        }
        bytes(CLOSE_LINE);
    }

    private void number(@Nullable Long number) {
        ascii(number == null ? "null" : Long.toString(number));
    }

    private void number(int number) {
        room(10);
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int rest = number;
        for (int at = size + digits - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
    }

    private void string(@Nullable String text) {
        if (text == null) {
            ascii("null");
            return;
        }
        int length = text.length();
        room(6L * length + 2);
        byte[] to = buffer;
        int at = size;
        to[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                to[at++] = (byte) c;
            } else {
                size = at;
                i += special(text, i);
                at = size;
            }
        }
        to[at++] = '"';
        size = at;
    }

    /** Writes a character that does not stand for itself as one byte; how many more units it took. */
    private int special(String text, int i) {
        char c = text.charAt(i);
        int escape = "\b\t\n\f\r\"\\".indexOf(c);
        if (escape >= 0) {
            buffer[size++] = '\\';
            buffer[size++] = (byte) "btnfr\"\\".charAt(escape);
        } else if (c < ' ') {
            ascii("\\u00");
            buffer[size++] = HEX[c >> 4];
            buffer[size++] = HEX[c & 15];
        } else if (c < 0x800) {
            buffer[size++] = (byte) (0xC0 | c >> 6);
            buffer[size++] = (byte) (0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
            int code = Character.toCodePoint(c, text.charAt(i + 1));
            buffer[size++] = (byte) (0xF0 | code >> 18);
            buffer[size++] = (byte) (0x80 | code >> 12 & 0x3F);
            buffer[size++] = (byte) (0x80 | code >> 6 & 0x3F);
            buffer[size++] = (byte) (0x80 | code & 0x3F);
            return 1;
        } else {
            char whole = Character.isSurrogate(c) ? '\uFFFD' : c;
            buffer[size++] = (byte) (0xE0 | whole >> 12);
            buffer[size++] = (byte) (0x80 | whole >> 6 & 0x3F);
            buffer[size++] = (byte) (0x80 | whole & 0x3F);
        }
        return 0;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void room(long more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.toIntExact(Math.max(size + more, 2L * buffer.length)));
        }
    }
}
