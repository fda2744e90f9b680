package dev.bolt.analysis.syntax;

/** Writes tokens as they stand in the source, on one line and without comments. */
final class Signature {
    private static final int LONGEST = 1000;

    private Signature() {}

    /** The tokens of the half-open range, cut after {@value #LONGEST} characters with {@code …}. */
    static String of(Tokens tokens, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to && text.length() <= LONGEST; i++) {
            int start = tokens.start(i);
            int end = tokens.end(i);
            if (i > from && start > tokens.end(i - 1) && spaced(tokens, i, to)) {
                text.append(' ');
            }
            text.append(tokens.written(start, end));
        }
        return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + "…";
    }

    /** A line break after an opening or before a closing bracket is no space; nor is a trailing comma's. */
    private static boolean spaced(Tokens tokens, int i, int to) {
        if (tokens.line(i) == tokens.lastLine(i - 1)) {
            return true;
        }
        int before = tokens.kind(i - 1);
        int after = i < to ? tokens.kind(i) : Token.END;
        return before != Token.LEFT_PAREN
                && before != Token.LEFT_BRACKET
                && after != Token.RIGHT_PAREN
                && after != Token.RIGHT_BRACKET;
    }
}
