package dev.bolt.analysis.syntax;

/** Counts lines by the tokens of a source, one logical line after the other. Linear. */
final class LineCounter {
    private final Tokens tokens;
    private int logical;
    private int code;
    private int strings;

    private LineCounter(Tokens tokens) {
        this.tokens = tokens;
    }

    static LineCounts of(Tokens tokens) {
        var counter = new LineCounter(tokens);
        int first = 0;
        int part = 0;
        int colon = -1;
        for (int i = 0, size = tokens.size(); i < size; i++) {
            switch (tokens.kind(i)) {
                case Token.INDENT, Token.DEDENT -> {
                    first = i + 1;
                    part = first;
                }
                case Token.COLON -> colon = i;
                case Token.SEMICOLON -> {
                    counter.logical += part(part, colon, i, 1);
                    part = i + 1;
                }
                case Token.NEWLINE, Token.END -> {
                    if (first < i) {
                        counter.line(first, i);
                        counter.logical += part(part, colon, i, 0);
                    }
                    first = i + 1;
                    part = first;
                }
                default -> {}
            }
        }
        return new LineCounts(counter.logical, counter.code, tokens.comments(), counter.strings);
    }

    /** The tokens from the first to before the end, a logical line. */
    private void line(int first, int end) {
        boolean string = end == first + 1 && tokens.kind(first) == Token.STRING && !commented(first);
        if (!string) {
            code += spoken(first, end - 1);
        } else if (tokens.line(first) < tokens.lastLine(first)) {
            strings += spoken(first, first);
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

    /** The lines that these tokens lie on, without blank ones. */
    private int spoken(int first, int last) {
        int lines = tokens.lastLine(last) - tokens.line(first) + 1;
        if (lines == 1) {
            return 1;
        }
        byte[] source = tokens.source;
        int end = tokens.end(last);
        int spoken = 0;
        for (int at = tokens.start(first); at < end; at++) {
            while (at < end && Lexicon.isWhitespace(source[at]) && !Lexicon.isNewline(source[at])) {
                at++;
            }
            int start = at;
            while (at < end && !Lexicon.isNewline(source[at])) {
                at++;
            }
            spoken += start < at ? 1 : 0;
            if (at + 1 < end && source[at] == '\r' && source[at + 1] == '\n') {
                at++;
            }
        }
        return spoken;
    }
}
