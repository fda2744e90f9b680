package dev.bolt.analysis.syntax;

/**
 * Cuts a source into tokens in one pass and never fails: what is not Python becomes a {@link Token#ERROR}. An unclosed
 * bracket ends at the next line that begins with a keyword that no expression can hold, an unclosed triple-quoted
 * string at the next definition or import in column 0, so that neither swallows the file.
 */
final class Tokenizer {
    private static final int BYTES_A_TOKEN = 5;

    private final byte[] source;
    private final int end;
    private final boolean inside;
    private final Tokens tokens;
    private final StringScanner strings;
    private final Resumption resumption;
    private final Indentation indentation = new Indentation();
    private final LineCounter counter;
    private int at;
    private int line;
    private int brackets;
    private int blankLines;

    private Tokenizer(byte[] source, int start, int end, int line, boolean inside, Mentions mentions) {
        this.source = source;
        this.at = start;
        this.end = end;
        this.line = line;
        this.inside = inside;
        int expected = Math.max(8, (end - start) / BYTES_A_TOKEN);
        this.tokens = inside ? new Tokens(source, expected, mentions) : Tokens.ofFile(source, expected, mentions);
        this.counter = new LineCounter(tokens);
        this.strings = new StringScanner(source, end);
        this.resumption = new Resumption(source, end);
    }

    /** The tokens of a whole source. */
    static Tokens of(byte[] source) {
        return new Tokenizer(source, 0, source.length, 1, false, new Mentions(source)).scan();
    }

    /** The tokens of a replacement field: newlines are blanks there and indentation means nothing. */
    static Tokens ofField(Tokens around, int start, int end, int line) {
        return new Tokenizer(around.source, start, end, line, true, around.mentions).scan();
    }

    private Tokens scan() {
        boolean fresh = !inside;
        while (true) {
            if (fresh) {
                indent();
                fresh = false;
            }
            blanks();
            if (at >= end) {
                return finish();
            }
            switch (Lexicon.classOf(source[at])) {
                case Lexicon.COMMENT -> comment();
                case Lexicon.NEWLINE -> fresh = newline();
                case Lexicon.LETTER -> word(at);
                case Lexicon.QUOTE -> string(at, "");
                case Lexicon.DIGIT -> number();
                case Lexicon.COMMA -> sign(brackets);
                case Lexicon.OPENS -> sign(brackets + 1);
                case Lexicon.CLOSES -> sign(Math.max(0, brackets - 1));
                default -> operator(at);
            }
        }
    }

    private boolean newline() {
        int start = at;
        at = Lexicon.afterNewline(source, at, end);
        line++;
        if (inside) {
            return false;
        }
        if (brackets > 0) {
            if (!resumption.statementAt(at)) {
                passLine();
                return false;
            }
            brackets = 0;
            tokens.addError("a bracket is never closed", start, start, line - 1, line - 1);
        }
        endLine(start, line - 1);
        return true;
    }

    /** The next line belongs to what began before it. */
    private void passLine() {
        margin();
        blankLines += Lexicon.isBlankLine(source, at, end) ? 1 : 0;
    }

    private void endLine(int start, int of) {
        counter.endLine(blankLines);
        tokens.add(Token.NEWLINE, start, at, of, of);
        blankLines = 0;
    }

    /** Skips blank lines and turns the indentation of the next line into tokens. */
    private void indent() {
        byte[] source = this.source;
        int column = margin();
        int narrow = column;
        while (at < end) {
            byte c = source[at];
            if (c == ' ') {
                column++;
                narrow++;
            } else if (c == '\t') {
                column = (column / 8 + 1) * 8;
                narrow++;
            } else if (c == '\f') {
                column = 0;
                narrow = 0;
            } else if (c == '\\' && at + 1 < end && Lexicon.isNewline(source[at + 1])) {
                at = Lexicon.afterNewline(source, at + 1, end) - 1;
                line++;
            } else if (c == '#') {
                comment();
                continue;
            } else if (Lexicon.isNewline(c)) {
                at = Lexicon.afterNewline(source, at, end);
                line++;
                column = margin();
                narrow = column;
                continue;
            } else {
                shift(column, narrow);
                return;
            }
            at++;
        }
    }

    /** Passes blanks and tells how many. */
    private int margin() {
        int start = at;
        at = Lexicon.blanksEnd(source, start, end);
        return at - start;
    }

    private void shift(int column, int narrow) {
        switch (indentation.shift(column, narrow)) {
            case SAME -> {}
            case IN -> layout(Token.INDENT);
            case MIXED -> error("tabs and spaces are mixed in the indentation");
            case MIXED_IN -> {
                layout(Token.INDENT);
                error("tabs and spaces are mixed in the indentation");
            }
            case TOO_DEEP -> error("more than " + Indentation.LEVELS + " levels of indentation");
            case OUT -> {
                while (indentation.leave(column)) {
                    layout(Token.DEDENT);
                }
                if (!indentation.fits(column, narrow)) {
                    error("the indentation matches no outer level");
                }
            }
        }
    }

    private void blanks() {
        byte[] source = this.source;
        if (at < end && source[at] > ' ' && source[at] != '\\') {
            return;
        }
        while (at < end) {
            byte c = source[at];
            if (c == ' ' || c == '\t' || c == '\f') {
                at++;
            } else if (c == '\\' && at + 1 < end && Lexicon.isNewline(source[at + 1])) {
                at = Lexicon.afterNewline(source, at + 1, end);
                line++;
                if (brackets > 0) {
                    passLine();
                }
            } else {
                return;
            }
        }
    }

    private void comment() {
        int start = at;
        at = Lexicon.lineEnd(source, at, end);
        tokens.comment();
        tokens.silences.comment(source, start, at, line);
    }

    private void number() {
        int start = at;
        at = Numbers.end(source, at, end);
        tokens.add(Token.NUMBER, start, at, line, line);
    }

    private void word(int start) {
        int stop = Lexicon.plainNameEnd(source, start, end);
        at = stop < end && source[stop] < 0 ? Lexicon.nameEnd(source, start, end) : stop;
        if (at == start) {
            unexpected(start);
            return;
        }
        int name = tokens.names.of(start, at, at == stop);
        boolean quoted = at < end && (source[at] == '"' || source[at] == '\'');
        if (quoted && StringScanner.isPrefix(tokens.names.text(name))) {
            string(start, tokens.names.text(name));
            return;
        }
        tokens.add(tokens.names.kind(name), start, at, line, name);
    }

    /** What is one byte and begins nothing longer; so many brackets are open after it. */
    private void sign(int open) {
        brackets = open;
        int start = at++;
        tokens.add(Lexicon.sign(source[start]), start, at, line, line);
    }

    private void operator(int start) {
        int kind = Lexicon.operator(source, start, end);
        switch (kind) {
            case Token.ERROR -> {
                unexpected(start);
                return;
            }
            case Token.COLON -> counter.colon();
            case Token.SEMICOLON -> counter.semicolon();
            case Token.DOT -> {
                if (at + 1 < end && Lexicon.isDigit(source[at + 1])) {
                    number();
                    return;
                }
            }
            default -> {}
        }
        at += Token.length(kind);
        tokens.add(kind, start, at, line, line);
    }

    private void unexpected(int start) {
        byte c = source[start];
        at += Lexicon.width(c);
        String shown = c >= 0 && c < ' ' ? "U+%04X".formatted((int) c) : tokens.written(start, at);
        tokens.addError("unexpected character " + shown, start, at, line, line);
    }

    private void string(int start, String prefix) {
        int quote = start + prefix.length();
        int close = strings.end(quote, prefix);
        int first = line;
        if (close == StringScanner.UNTERMINATED) {
            at = resumption.afterOpenString(quote);
            strings.countLines(start, at);
            line += strings.lines();
            if (Lexicon.isNewline(source[at - 1])) {
                at--;
                line--;
            }
            tokens.addError("a string is never closed", start, at, first, line);
            return;
        }
        at = close;
        line += strings.lines();
        blankLines += strings.blankLines();
        tokens.add(Token.STRING, start, at, first, line);
    }

    private Tokens finish() {
        tokens.passed(line - 1);
        boolean any = tokens.size() > 0;
        line = any ? tokens.lastLine(tokens.size() - 1) : line;
        if (brackets > 0 && !inside) {
            error("a bracket is never closed");
        }
        if (!inside && any && tokens.kind(tokens.size() - 1) != Token.NEWLINE) {
            endLine(at, line);
        }
        while (indentation.leave(0)) {
            layout(Token.DEDENT);
        }
        layout(Token.END);
        tokens.counted(counter.counts());
        return tokens;
    }

    private void layout(int kind) {
        tokens.add(kind, at, at, line, line);
        counter.beginLine();
    }

    private void error(String message) {
        tokens.addError(message, at, at, line, line);
    }
}
