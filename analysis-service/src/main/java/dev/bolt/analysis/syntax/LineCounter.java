package dev.bolt.analysis.syntax;

/** Counts lines while a source is cut into tokens, one logical line after the other. */
final class LineCounter {
    private final Tokens tokens;
    private int logical;
    private int code;
    private int strings;
    private int first;
    private int part;
    private int colon = -1;

    LineCounter(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The next token begins a line. */
    void beginLine() {
        first = tokens.size();
        part = first;
    }

    /** The next token is a colon. */
    void colon() {
        colon = tokens.size();
    }

    /** The next token is a semicolon. */
    void semicolon() {
        int at = tokens.size();
        logical += part(part, colon, at, 1);
        part = at + 1;
    }

    /**
     * The next token is the newline that ends this line.
     *
     * @param blank how many lines inside it have nothing on them
     */
    void endLine(int blank) {
        int end = tokens.size();
        if (first < end) {
            line(end, blank);
            logical += part(part, colon, end, 0);
        }
        first = end + 1;
        part = first;
    }

    LineCounts counts() {
        return new LineCounts(logical, code, tokens.comments(), strings);
    }

    private void line(int end, int blank) {
        boolean string = end == first + 1 && tokens.kind(first) == Token.STRING && !commented(first);
        if (!string) {
            code += spoken(end - 1, blank);
        } else if (tokens.line(first) < tokens.lastLine(first)) {
            strings += spoken(first, blank);
        }
    }

    /** A part that ends at a semicolon has no end marker, which shifts radon's look at its last colon by one. */
    private static int part(int first, int colon, int end, int after) {
        if (colon >= first) {
            return end - 1 - colon == after ? 1 : 2;
        }
        return first < end ? 1 : 0;
    }

    private boolean commented(int token) {
        int at = tokens.end(token);
        while (at < tokens.source.length && " \t\f".indexOf(tokens.source[at]) >= 0) {
            at++;
        }
        return at < tokens.source.length && tokens.source[at] == '#';
    }

    /** The lines from the first token to this, without blank ones. */
    private int spoken(int last, int blank) {
        return tokens.lastLine(last) - tokens.line(first) + 1 - blank;
    }
}
