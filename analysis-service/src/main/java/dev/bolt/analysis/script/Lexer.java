package dev.bolt.analysis.script;

/**
 * Reads a source in UTF-8 token by token, without an object a token. What a slash, a {@code >}, a {@code }} or text
 * between tags is depends on the grammar: the reader asks for that, see {@link Literals}. Never fails: what is no token
 * is {@link Token#OTHER}.
 */
final class Lexer {
    /** How many tokens go by between two looks at the clock. */
    private static final int PATIENCE = 1024;

    final byte[] source;
    final Comments comments;
    private final boolean typed;
    private final long deadline;
    private int patience = 1;

    /** The token's kind. */
    int token;
    /** Where it begins, in bytes. */
    int start;
    /** Where it ends; what is next is read from here. */
    int end;
    /** The line on which it begins, from 1. */
    int line = 1;
    /** The line on which it ends. */
    int endLine = 1;
    /** Whether a line ends between it and the token before. */
    boolean newline;
    /** Where the token before ended. */
    int previousEnd;
    /** The line on which the token before ended; 0 if there was none. */
    int previousLine;

    /**
     * Stands before the first token.
     *
     * @param typed whether it is TypeScript, which has no comments as in HTML
     * @param deadline of {@link System#nanoTime}
     */
    Lexer(byte[] source, boolean typed, long deadline) {
        this.source = source;
        this.typed = typed;
        this.deadline = deadline;
        comments = new Comments(source);
        endLine = 1;
    }

    /** A place to come back to. */
    record Mark(
            int token,
            int start,
            int end,
            int line,
            int endLine,
            boolean newline,
            int previousEnd,
            int previousLine,
            int comments) {}

    Mark mark() {
        return new Mark(token, start, end, line, endLine, newline, previousEnd, previousLine, comments.size());
    }

    void reset(Mark mark) {
        token = mark.token;
        start = mark.start;
        end = mark.end;
        line = mark.line;
        endLine = mark.endLine;
        newline = mark.newline;
        previousEnd = mark.previousEnd;
        previousLine = mark.previousLine;
        comments.truncate(mark.comments);
    }

    /** Goes back to the start of the token, to read it as something else. */
    void again() {
        end = start;
        endLine = line;
    }

    /**
     * Reads the next token.
     *
     * @throws OutOfTime after the deadline
     */
    void next() {
        if (--patience <= 0) {
            patience = PATIENCE;
            if (System.nanoTime() - deadline >= 0) {
                throw new OutOfTime();
            }
        }
        previousEnd = end;
        previousLine = start == end ? previousLine : endLine;
        newline = start == 0 && end == 0;
        int at = behindSpace(end);
        start = at;
        line = endLine;
        token = at < source.length ? scan(at) : Token.END;
        if (token == Token.END) {
            end = at;
        }
    }

    private int behindSpace(int from) {
        int at = from;
        while (at < source.length) {
            byte each = source[at];
            if (each == ' ' || each == '\t' || each == 0x0B || each == '\f') {
                at++;
            } else if (each == '\n') {
                at++;
                endLine++;
                newline = true;
            } else if (each == '\r') {
                at++;
                newline = true;
            } else if (each < 0) {
                int length = Bytes.spaceLength(source, at);
                if (length == 0) {
                    return at;
                }
                newline |= Bytes.isSeparator(source, at);
                at += length;
            } else {
                int behind = behindComment(at, each);
                if (behind == at) {
                    return at;
                }
                at = behind;
            }
        }
        return at;
    }

    private int behindComment(int at, byte first) {
        int second = Bytes.at(source, at + 1);
        if (first == '/' && second == '/') {
            int end = behindLine(at);
            comments.add(at, end, endLine, endLine, previousLine);
            return end;
        }
        if (first == '/' && second == '*') {
            return blockComment(at);
        }
        if (first == '#' && second == '!' && at <= 3 && previousEnd == 0) {
            return behindLine(at);
        }
        if (!typed && (first == '<' && startsWith(at, "<!--") || first == '-' && newline && startsWith(at, "-->"))) {
            return behindLine(at);
        }
        return at;
    }

    private boolean startsWith(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Bytes.at(source, at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int behindLine(int from) {
        int at = from;
        while (at < source.length && source[at] != '\n' && source[at] != '\r' && !Bytes.isSeparator(source, at)) {
            at++;
        }
        return at;
    }

    private int blockComment(int from) {
        int first = endLine;
        int at = from + 2;
        while (at < source.length && !(source[at] == '*' && Bytes.at(source, at + 1) == '/')) {
            if (source[at] == '\n') {
                endLine++;
                newline = true;
            } else if (source[at] == '\r') {
                newline = true;
            }
            at++;
        }
        at = Math.min(source.length, at + 2);
        comments.add(from, at, first, endLine, previousLine);
        return at;
    }

    private int scan(int at) {
        int first = source[at];
        if (Bytes.isWord(first) && !Bytes.isDigit(first) || first < 0 || first == '\\') {
            end = behindName(at);
            return first >= 'a' && first <= 'z' ? Words.token(source, at, end) : Token.NAME;
        }
        if (Bytes.isDigit(first) || first == '.' && Bytes.isDigit(Bytes.at(source, at + 1))) {
            end = Numbers.behind(source, at);
            return Token.NUMBER;
        }
        return switch (first) {
            case '\'', '"' -> string(at, first);
            case '#' -> {
                int next = Bytes.at(source, at + 1);
                boolean name = Bytes.isWord(next) || next >= 0x80 || next == '\\';
                end = name ? behindName(at + 1) : at + 1;
                yield name ? Token.PRIVATE_NAME : Token.OTHER;
            }
            default -> {
                int found = Punctuation.at(source, at);
                end = at + (found >>> Punctuation.LENGTH_SHIFT);
                yield found & Punctuation.TOKEN_MASK;
            }
        };
    }

    private int behindName(int from) {
        int at = from;
        while (at < source.length) {
            byte each = source[at];
            if (Bytes.isWord(each)) {
                at++;
            } else if (each < 0) {
                if (Bytes.spaceLength(source, at) > 0) {
                    break;
                }
                at++;
            } else if (each == '\\') {
                at = behindEscape(at + 1);
            } else {
                break;
            }
        }
        return at;
    }

    /** Of a character in a name, such as <code>&#92;u{61}</code>. */
    private int behindEscape(int from) {
        int at = from;
        if (Bytes.at(source, at) == 'u' && Bytes.at(source, at + 1) == '{') {
            at += 2;
            while (at < source.length && Bytes.isWord(source[at])) {
                at++;
            }
            at += Bytes.at(source, at) == '}' ? 1 : 0;
        }
        return at;
    }

    /** To its quote, or to the end of its line if it has none. */
    private int string(int from, int quote) {
        int at = from + 1;
        while (at < source.length && source[at] != quote && source[at] != '\n') {
            if (source[at] == '\\') {
                at++;
                at += Bytes.at(source, at) == '\r' && Bytes.at(source, at + 1) == '\n' ? 1 : 0;
                endLine += Bytes.at(source, at) == '\n' ? 1 : 0;
            }
            at++;
        }
        end = Math.min(source.length, at + (at < source.length && source[at] == quote ? 1 : 0));
        return Token.STRING;
    }
}
