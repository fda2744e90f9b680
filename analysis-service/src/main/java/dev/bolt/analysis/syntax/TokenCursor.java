package dev.bolt.analysis.syntax;

/** A place in the tokens, and the few questions that a parser asks of it. */
final class TokenCursor {
    final Tokens tokens;
    private int at;
    private int lastLine = 1;

    TokenCursor(Tokens tokens) {
        this.tokens = tokens;
    }

    int position() {
        return at;
    }

    /** Goes back to a place that {@link #position()} told. */
    void reset(int position) {
        at = position;
    }

    TokenKind kind() {
        return tokens.kind(at);
    }

    String text() {
        return tokens.text(at);
    }

    int line() {
        return tokens.line(at);
    }

    /** The last line of the newest token passed that is not layout. */
    int lastLine() {
        return lastLine;
    }

    Lines since(int firstLine) {
        return new Lines(firstLine, Math.max(firstLine, lastLine));
    }

    boolean is(TokenKind kind) {
        return tokens.kind(at) == kind;
    }

    boolean isOperator(String sign) {
        return tokens.kind(at) == TokenKind.OPERATOR && tokens.text(at).equals(sign);
    }

    boolean isKeyword(String word) {
        return tokens.kind(at) == TokenKind.KEYWORD && tokens.text(at).equals(word);
    }

    boolean isName(String word) {
        return tokens.kind(at) == TokenKind.NAME && tokens.text(at).equals(word);
    }

    /** Whether the token after this one is the operator. */
    boolean isOperatorNext(String sign) {
        return at + 1 < tokens.size()
                && tokens.kind(at + 1) == TokenKind.OPERATOR
                && tokens.text(at + 1).equals(sign);
    }

    /** Whether the token after this one is the keyword. */
    boolean isKeywordNext(String word) {
        return at + 1 < tokens.size()
                && tokens.kind(at + 1) == TokenKind.KEYWORD
                && tokens.text(at + 1).equals(word);
    }

    TokenKind kindNext() {
        return at + 1 < tokens.size() ? tokens.kind(at + 1) : TokenKind.END;
    }

    void advance() {
        switch (tokens.kind(at)) {
            case END -> {}
            case NEWLINE, INDENT, DEDENT -> at++;
            case NAME, KEYWORD, NUMBER, STRING, OPERATOR, ERROR -> lastLine = tokens.lastLine(at++);
        }
    }

    boolean accept(TokenKind kind) {
        if (tokens.kind(at) == kind) {
            advance();
            return true;
        }
        return false;
    }

    boolean acceptOperator(String sign) {
        if (isOperator(sign)) {
            advance();
            return true;
        }
        return false;
    }

    boolean acceptKeyword(String word) {
        if (isKeyword(word)) {
            advance();
            return true;
        }
        return false;
    }

    void expectOperator(String sign) {
        if (!acceptOperator(sign)) {
            throw failure("expected '" + sign + "'");
        }
    }

    void expectKeyword(String word) {
        if (!acceptKeyword(word)) {
            throw failure("expected '" + word + "'");
        }
    }

    String expectName() {
        if (!is(TokenKind.NAME)) {
            throw failure("expected a name");
        }
        String name = text();
        advance();
        return name;
    }

    /** What is wrong here: the tokenizer's own message if it has one. */
    SyntaxFailure failure(String message) {
        return new SyntaxFailure(line(), is(TokenKind.ERROR) ? text() : message + ", found " + shown());
    }

    private String shown() {
        return switch (kind()) {
            case NAME, KEYWORD, OPERATOR, NUMBER -> "'" + text() + "'";
            case STRING -> "a string";
            case NEWLINE -> "the end of the line";
            case INDENT -> "an indented line";
            case DEDENT -> "the end of the block";
            case ERROR -> text();
            case END -> "the end of the file";
        };
    }
}
