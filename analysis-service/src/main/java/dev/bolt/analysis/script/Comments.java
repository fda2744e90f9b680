package dev.bolt.analysis.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The comments that were read, in order, to find what is said of a definition. Lines are 1-based, places in bytes. */
final class Comments {
    private static final int COLUMNS = 5;
    private static final int START = 0;
    private static final int END = 1;
    private static final int FIRST_LINE = 2;
    private static final int LAST_LINE = 3;
    /** Where the last token before it ended. */
    private static final int CODE_LINE = 4;

    private final byte[] source;
    private int[] rows = new int[COLUMNS * 64];
    private int size;

    Comments(byte[] source) {
        this.source = source;
    }

    int size() {
        return size;
    }

    /** Forgets those from this one on: they will be read again. */
    void truncate(int newSize) {
        size = newSize;
    }

    void add(int start, int end, int firstLine, int lastLine, int codeLine) {
        int row = size * COLUMNS;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, row * 2);
        }
        rows[row + START] = start;
        rows[row + END] = end;
        rows[row + FIRST_LINE] = firstLine;
        rows[row + LAST_LINE] = lastLine;
        rows[row + CODE_LINE] = codeLine;
        size++;
    }

    private int at(int comment, int column) {
        return rows[comment * COLUMNS + column];
    }

    /**
     * The first line with text of the comments that end on the line above and are alone on their lines; null if there
     * are none. What is searched is before the definition's start.
     */
    @Nullable
    String above(int line, int start) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (at(middle, END) <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int comment = low - 1;
        if (comment < 0
                || at(comment, LAST_LINE) != line - 1
                || at(comment, CODE_LINE) == at(comment, LAST_LINE)
                || isCodeBehind(at(comment, END))) {
            return null;
        }
        while (comment > 0
                && at(comment, FIRST_LINE) <= at(comment - 1, LAST_LINE) + 1
                && at(comment, CODE_LINE) < at(comment - 1, LAST_LINE)) {
            comment--;
        }
        return firstText(
                new String(source, at(comment, START), at(comment, END) - at(comment, START), StandardCharsets.UTF_8));
    }

    private boolean isCodeBehind(int end) {
        int at = end;
        while (at < source.length && source[at] != '\n') {
            if (source[at] != ' ' && source[at] != '\t' && source[at] != '\r') {
                return true;
            }
            at++;
        }
        return false;
    }

    private static @Nullable String firstText(String comment) {
        int at = 0;
        while (at < comment.length()) {
            int next = comment.indexOf('\n', at);
            int end = next < 0 ? comment.length() : next;
            String bare = bare(comment.substring(at, end).strip());
            if (!bare.isEmpty()) {
                return bare;
            }
            at = end + 1;
        }
        return null;
    }

    /** Without what begins and ends comments and their lines. */
    private static String bare(String line) {
        int start = 0;
        int end = line.length();
        if (line.startsWith("//")) {
            start = 2;
            while (start < end && (line.charAt(start) == '/' || line.charAt(start) == '!')) {
                start++;
            }
        } else if (line.startsWith("/*")) {
            start = stars(line, 1);
            start += start < end && line.charAt(start) == '!' ? 1 : 0;
        } else if (line.startsWith("*")) {
            int behind = stars(line, 0);
            start = behind < end && line.charAt(behind) == '/' ? behind + 1 : 1;
        }
        if (end - start >= 2 && line.charAt(end - 1) == '/' && line.charAt(end - 2) == '*') {
            end -= 1;
            while (end > start && line.charAt(end - 1) == '*') {
                end--;
            }
        }
        return line.substring(Math.min(start, end), end).strip();
    }

    private static int stars(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == '*') {
            at++;
        }
        return at;
    }
}
