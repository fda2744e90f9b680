package dev.bolt.analysis.syntax;

/** Where to go on after a bracket or string that is never closed. */
final class Resumption {
    private static final int SHORTEST = "def".length();
    private static final int LONGEST = "continue".length();

    private final String source;
    private final int end;

    Resumption(String source, int end) {
        this.source = source;
        this.end = end;
    }

    /** Whether the line that begins here can only be a statement, not the inside of a bracket. */
    boolean statementAt(int lineStart) {
        int at = lineStart;
        while (at < end && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
            at++;
        }
        if (at < end && source.charAt(at) == '@') {
            return at == lineStart && decorates(at);
        }
        int length = Lexicon.nameEnd(source, at, end) - at;
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        String word = source.substring(at, at + length);
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
        char mark = source.charAt(quote);
        boolean triple = source.startsWith(String.valueOf(mark).repeat(3), quote);
        int at = lineEnd(quote);
        if (!triple) {
            return at;
        }
        while (at < end) {
            at = Lexicon.afterNewline(source, at, end);
            boolean outermost = at < end && !Character.isWhitespace(source.charAt(at));
            if (outermost && statementAt(at)) {
                return at;
            }
            at = lineEnd(at);
        }
        return end;
    }

    /** A decorator is followed, after other decorators, comments and blank lines, by a definition. */
    private boolean decorates(int at) {
        if (word(at + 1).isEmpty()) {
            return false;
        }
        int next = lineEnd(at);
        while (next < end) {
            next = Lexicon.afterNewline(source, next, end);
            if (next >= end) {
                return false;
            }
            char c = source.charAt(next);
            String word = word(next);
            if (word.equals("def") || word.equals("class") || word.equals("async")) {
                return true;
            }
            if (c != '@' && c != '#' && !Lexicon.isNewline(c)) {
                return false;
            }
            next = lineEnd(next);
        }
        return false;
    }

    private boolean importsFrom(int at) {
        int next = skipBlanks(at + 4);
        while (next < end && (source.charAt(next) == '.' || Lexicon.continuesName(source.charAt(next)))) {
            next++;
        }
        return word(skipBlanks(next)).equals("import");
    }

    private int skipBlanks(int at) {
        int next = at;
        while (next < end && (source.charAt(next) == ' ' || source.charAt(next) == '\t')) {
            next++;
        }
        return next;
    }

    private int lineEnd(int at) {
        int next = at;
        while (next < end && !Lexicon.isNewline(source.charAt(next))) {
            next++;
        }
        return next;
    }

    private String word(int at) {
        return at >= end ? "" : source.substring(at, Lexicon.nameEnd(source, at, end));
    }
}
