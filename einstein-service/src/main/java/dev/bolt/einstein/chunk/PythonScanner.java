package dev.bolt.einstein.chunk;

/**
 * Walks the characters of a Python file and knows, at each line's begin, whether a statement may begin there: not
 * inside a string over several lines, not inside brackets, not after a backslash. Forgiving: a string on one line ends
 * with the line, and a line that begins like a definition closes brackets that were never closed.
 */
final class PythonScanner {
    private static final int NONE = 0;

    private int depth;
    private boolean continued;
    /** Quote of the triple-quoted string the scan is in, or {@link #NONE}. */
    private int triple;

    /** Whether a statement may begin on this line; then reads it. */
    boolean begins(String line) {
        if (triple == NONE && depth > 0 && PythonLine.defines(line)) {
            depth = 0;
        }
        boolean begins = triple == NONE && depth == 0 && !continued;
        read(line);
        return begins;
    }

    private void read(String line) {
        continued = false;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (triple != NONE) {
                at = insideTriple(line, at);
            } else if (c == '#') {
                return;
            } else if (c == '"' || c == '\'') {
                at = string(line, at);
            } else {
                bracket(c);
                at++;
            }
        }
        continued = triple == NONE && line.endsWith("\\");
    }

    private void bracket(char c) {
        switch (c) {
            case '(', '[', '{' -> depth++;
            case ')', ']', '}' -> depth = Math.max(0, depth - 1);
            default -> {}
        }
    }

    private int insideTriple(String line, int at) {
        if (line.charAt(at) == '\\') {
            return at + 2;
        }
        if (isTriple(line, at, (char) triple)) {
            triple = NONE;
            return at + 3;
        }
        return at + 1;
    }

    private int string(String line, int at) {
        char quote = line.charAt(at);
        if (isTriple(line, at, quote)) {
            triple = quote;
            return at + 3;
        }
        int end = at + 1;
        while (end < line.length() && line.charAt(end) != quote) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private static boolean isTriple(String line, int at, char quote) {
        return at + 2 < line.length()
                && line.charAt(at) == quote
                && line.charAt(at + 1) == quote
                && line.charAt(at + 2) == quote;
    }
}
