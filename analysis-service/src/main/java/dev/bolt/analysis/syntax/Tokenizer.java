package dev.bolt.analysis.syntax;

/**
 * Cuts a source into tokens in one pass and never fails: what is not Python becomes an {@link TokenKind#ERROR} token.
 * An unclosed bracket ends at the next line that begins with a keyword that no expression can hold, an unclosed
 * triple-quoted string at the next definition or import in column 0, so that neither swallows the file.
 */
final class Tokenizer {
    private static final int LETTERS_A_TOKEN = 5;

    private final String source;
    private final int end;
    private final boolean inside;
    private final Tokens tokens;
    private final StringScanner strings;
    private final Resumption resumption;
    private final Indentation indentation = new Indentation();
    private int at;
    private int line;
    private int brackets;

    private Tokenizer(String source, int start, int end, int line, boolean inside, Names names) {
        this.source = source;
        this.at = start;
        this.end = end;
        this.line = line;
        this.inside = inside;
        this.tokens = new Tokens(source, Math.max(8, (end - start) / LETTERS_A_TOKEN), names);
        this.strings = new StringScanner(source, end);
        this.resumption = new Resumption(source, end);
    }

    /** The tokens of a whole source. */
    static Tokens of(String source) {
        return new Tokenizer(source, 0, source.length(), 1, false, new Names()).scan();
    }

    /** The tokens of a replacement field: newlines are blanks there and indentation means nothing. */
    static Tokens ofField(Tokens around, int start, int end, int line) {
        return new Tokenizer(around.source, start, end, line, true, around.names).scan();
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
            char c = source.charAt(at);
            if (c == '#') {
                comment();
            } else if (Lexicon.isNewline(c)) {
                fresh = newline();
            } else {
                token(c);
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
                return false;
            }
            brackets = 0;
            tokens.add(TokenKind.ERROR, "a bracket is never closed", start, start, line - 1, line - 1);
        }
        tokens.add(TokenKind.NEWLINE, "", start, at, line - 1, line - 1);
        return true;
    }

    /** Skips blank lines and turns the indentation of the next line into tokens. */
    private void indent() {
        int column = 0;
        int narrow = 0;
        while (at < end) {
            char c = source.charAt(at);
            if (c == ' ') {
                column++;
                narrow++;
            } else if (c == '\t') {
                column = (column / 8 + 1) * 8;
                narrow++;
            } else if (c == '\f') {
                column = 0;
                narrow = 0;
            } else if (c == '\\' && at + 1 < end && Lexicon.isNewline(source.charAt(at + 1))) {
                at = Lexicon.afterNewline(source, at + 1, end) - 1;
                line++;
            } else if (c == '#') {
                comment();
                continue;
            } else if (Lexicon.isNewline(c)) {
                at = Lexicon.afterNewline(source, at, end) - 1;
                line++;
                column = 0;
                narrow = 0;
            } else {
                shift(column, narrow);
                return;
            }
            at++;
        }
    }

    private void shift(int column, int narrow) {
        switch (indentation.shift(column, narrow)) {
            case SAME -> {}
            case IN -> layout(TokenKind.INDENT);
            case MIXED -> error("tabs and spaces are mixed in the indentation");
            case MIXED_IN -> {
                layout(TokenKind.INDENT);
                error("tabs and spaces are mixed in the indentation");
            }
            case TOO_DEEP -> error("more than " + Indentation.LEVELS + " levels of indentation");
            case OUT -> {
                while (indentation.leave(column)) {
                    layout(TokenKind.DEDENT);
                }
                if (!indentation.fits(column, narrow)) {
                    error("the indentation matches no outer level");
                }
            }
        }
    }

    private void blanks() {
        while (at < end) {
            char c = source.charAt(at);
            if (c == '\\' && at + 1 < end && Lexicon.isNewline(source.charAt(at + 1))) {
                at = Lexicon.afterNewline(source, at + 1, end);
                line++;
            } else if (c == ' ' || c == '\t' || c == '\f') {
                at++;
            } else {
                return;
            }
        }
    }

    private void comment() {
        int start = at;
        while (at < end && !Lexicon.isNewline(source.charAt(at))) {
            at++;
        }
        tokens.comment();
        tokens.silences.comment(source.substring(start, at), line);
    }

    private void token(char c) {
        int start = at;
        if (c == '"' || c == '\'') {
            string(start, "");
        } else if (Lexicon.isDigit(c) || c == '.' && at + 1 < end && Lexicon.isDigit(source.charAt(at + 1))) {
            at = Numbers.end(source, at, end);
            tokens.add(TokenKind.NUMBER, source.substring(start, at), start, at, line, line);
        } else if (Lexicon.startsName(source.codePointAt(at))) {
            word(start);
        } else {
            operator(start, c);
        }
    }

    private void word(int start) {
        at = Lexicon.nameEnd(source, start, end);
        String text = tokens.names.of(source, start, at);
        boolean keyword = tokens.names.keyword();
        if (at < end && (source.charAt(at) == '"' || source.charAt(at) == '\'') && StringScanner.isPrefix(text)) {
            string(start, text);
            return;
        }
        tokens.add(keyword ? TokenKind.KEYWORD : TokenKind.NAME, text, start, at, line, line);
    }

    private void operator(int start, char c) {
        String sign = Lexicon.operator(source, start, end);
        if (sign.isEmpty()) {
            at += Character.charCount(source.codePointAt(at));
            String shown = c < ' ' ? "U+%04X".formatted((int) c) : source.substring(start, at);
            tokens.add(TokenKind.ERROR, "unexpected character " + shown, start, at, line, line);
            return;
        }
        at += sign.length();
        switch (c) {
            case '(', '[', '{' -> brackets++;
            case ')', ']', '}' -> brackets = Math.max(0, brackets - 1);
            default -> {}
        }
        tokens.add(TokenKind.OPERATOR, sign, start, at, line, line);
    }

    private void string(int start, String prefix) {
        int quote = start + prefix.length();
        int close = strings.end(quote, prefix);
        int first = line;
        if (close == StringScanner.UNTERMINATED) {
            at = resumption.afterOpenString(quote);
            countLines(start);
            if (Lexicon.isNewline(source.charAt(at - 1))) {
                at--;
                line--;
            }
            tokens.add(TokenKind.ERROR, "a string is never closed", start, at, first, line);
            return;
        }
        at = close;
        countLines(start);
        tokens.add(TokenKind.STRING, "", start, at, first, line);
    }

    private void countLines(int from) {
        for (int i = from; i < at; ) {
            if (Lexicon.isNewline(source.charAt(i))) {
                line++;
                i = Lexicon.afterNewline(source, i, end);
            } else {
                i++;
            }
        }
    }

    private Tokens finish() {
        int size = tokens.size();
        if (size > 0) {
            line = tokens.lastLine(size - 1);
        }
        if (brackets > 0 && !inside) {
            error("a bracket is never closed");
        }
        if (!inside && size > 0 && tokens.kind(tokens.size() - 1) != TokenKind.NEWLINE) {
            layout(TokenKind.NEWLINE);
        }
        while (indentation.leave(0)) {
            layout(TokenKind.DEDENT);
        }
        layout(TokenKind.END);
        return tokens;
    }

    private void layout(TokenKind kind) {
        tokens.add(kind, "", at, at, line, line);
    }

    private void error(String message) {
        tokens.add(TokenKind.ERROR, message, at, at, line, line);
    }
}
