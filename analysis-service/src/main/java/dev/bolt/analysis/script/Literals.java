package dev.bolt.analysis.script;

/** Reads what only the grammar tells from operators and names: regular expressions, templates, and what JSX has. */
final class Literals {
    private final Lexer lexer;
    private final byte[] source;

    Literals(Lexer lexer) {
        this.lexer = lexer;
        source = lexer.source;
    }

    /** Reads the slash again as the start of a regular expression. */
    void regex() {
        int at = lexer.start + 1;
        boolean inClass = false;
        while (at < source.length && source[at] != '\n' && source[at] != '\r' && (inClass || source[at] != '/')) {
            switch (source[at]) {
                case '\\' -> at++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                default -> {}
            }
            at++;
        }
        at += Bytes.at(source, at) == '/' ? 1 : 0;
        while (at < source.length && Bytes.isWord(source[at])) {
            at++;
        }
        lexer.end = Math.min(source.length, at);
        lexer.token = Token.REGEX;
    }

    /** Reads the operator that begins with {@code <} or {@code >} as a whole. */
    void comparison() {
        int found = Punctuation.comparison(source, lexer.start);
        lexer.token = found & Punctuation.TOKEN_MASK;
        lexer.end = lexer.start + (found >>> Punctuation.LENGTH_SHIFT);
    }

    /** Reads on to the end of the template, or to behind an opening brace in it; whether it has ended. */
    boolean templateEnds() {
        int at = lexer.end;
        while (at < source.length) {
            int each = source[at];
            if (each == '`') {
                lexer.end = at + 1;
                return true;
            }
            if (each == '$' && Bytes.at(source, at + 1) == '{') {
                lexer.end = at + 2;
                return false;
            }
            if (each == '\\') {
                at++;
                each = Bytes.at(source, at);
            }
            lexer.endLine += each == '\n' ? 1 : 0;
            at++;
        }
        lexer.end = source.length;
        return true;
    }

    /** Reads text between tags up to a tag or a brace, which becomes the token. */
    void text() {
        int at = lexer.end;
        while (at < source.length && source[at] != '<' && source[at] != '{') {
            lexer.endLine += source[at] == '\n' ? 1 : 0;
            at++;
        }
        becomes(at, at < source.length ? source[at] == '<' ? Token.LESS : Token.LBRACE : Token.END);
    }

    private void becomes(int at, int token) {
        lexer.previousEnd = at;
        lexer.previousLine = lexer.endLine;
        lexer.start = at;
        lexer.line = lexer.endLine;
        lexer.token = token;
        lexer.end = token == Token.END ? at : at + 1;
    }

    /** Names in tags may hold hyphens: makes the word longer. */
    void tagName() {
        int at = lexer.end;
        while (at < source.length && (source[at] == '-' || Bytes.isWord(source[at]))) {
            at++;
        }
        if (at > lexer.end) {
            lexer.end = at;
            lexer.token = Token.NAME;
        }
    }

    /** Reads the token behind an attribute's equals sign: a string there has no escapes and may have many lines. */
    void attributeValue() {
        lexer.next();
        if (lexer.token == Token.STRING) {
            lexer.again();
            int at = lexer.start + 1;
            while (at < source.length && source[at] != source[lexer.start]) {
                lexer.endLine += source[at] == '\n' ? 1 : 0;
                at++;
            }
            lexer.end = Math.min(source.length, at + 1);
        }
    }
}
