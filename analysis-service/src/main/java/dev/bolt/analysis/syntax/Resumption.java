package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Where to go on after a bracket or string that is never closed. */
final class Resumption {
    private static final int SHORTEST = "def".length();
    private static final int LONGEST = "continue".length();

    private final byte[] source;
    private final int end;

    Resumption(byte[] source, int end) {
        this.source = source;
        this.end = end;
    }

    /** Whether the line that begins here can only be a statement, not the inside of a bracket. */
    boolean statementAt(int lineStart) {
        int at = Lexicon.blanksEnd(source, lineStart, end);
        while (at < end && (source[at] == ' ' || source[at] == '\t')) {
            at++;
        }
        if (at < end && source[at] == '@') {
            return at == lineStart && decorates(at);
        }
        int length = Lexicon.nameEnd(source, at, end) - at;
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        String word = text(at, at + length);
        return switch (word) {
            case "async" -> word(skipBlanks(at + word.length())).equals("def");
            case "from" -> at == lineStart && importsFrom(at);
            default -> Lexicon.STATEMENT_STARTS.contains(word);
        };
    }

    /**
     * The place after a literal without an end: the end of its line, or for a triple quote the next outermost
     * statement.
     */
    int afterOpenString(int quote) {
        byte mark = source[quote];
        boolean triple = quote + 2 < end && source[quote + 1] == mark && source[quote + 2] == mark;
        int at = Lexicon.lineEnd(source, quote, end);
        if (!triple) {
            return at;
        }
        while (at < end) {
            at = Lexicon.afterNewline(source, at, end);
            boolean outermost = at < end && !Lexicon.isWhitespace(source[at]);
            if (outermost && statementAt(at)) {
                return at;
            }
            at = Lexicon.lineEnd(source, at, end);
        }
        return end;
    }

    /** A decorator is followed, after other decorators, comments and blank lines, by a definition. */
    private boolean decorates(int at) {
        if (word(at + 1).isEmpty()) {
            return false;
        }
        int next = Lexicon.lineEnd(source, at, end);
        while (next < end) {
            next = Lexicon.afterNewline(source, next, end);
            if (next >= end) {
                return false;
            }
            byte c = source[next];
            String word = word(next);
            if (word.equals("def") || word.equals("class") || word.equals("async")) {
                return true;
            }
            if (c != '@' && c != '#' && !Lexicon.isNewline(c)) {
                return false;
            }
            next = Lexicon.lineEnd(source, next, end);
        }
        return false;
    }

    private boolean importsFrom(int at) {
        int next = skipBlanks(at + 4);
        while (next < end && (source[next] == '.' || Lexicon.mayContinueName(source[next]))) {
            next++;
        }
        return word(skipBlanks(next)).equals("import");
    }

    private int skipBlanks(int at) {
        int next = at;
        while (next < end && (source[next] == ' ' || source[next] == '\t')) {
            next++;
        }
        return next;
    }

    private String word(int at) {
        return at >= end ? "" : text(at, Lexicon.nameEnd(source, at, end));
    }

    private String text(int from, int to) {
        return new String(source, from, to - from, ISO_8859_1);
    }
}
