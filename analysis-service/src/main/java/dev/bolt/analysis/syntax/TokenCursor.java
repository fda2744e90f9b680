package dev.bolt.analysis.syntax;

/** A place in the tokens, and the few questions that a parser asks of it. */
final class TokenCursor {
    final Tokens tokens;
    private int at;
    private int kind;
    private int passed = -1;

    TokenCursor(Tokens tokens) {
        this.tokens = tokens;
        this.kind = tokens.kind(0);
    }

    int position() {
        return at;
    }

    /** Goes back to a place that {@link #position()} told. */
    void reset(int position) {
        at = position;
        kind = tokens.kind(at);
    }

    /** One of {@link Token}'s. */
    int kind() {
        return kind;
    }

    String text() {
        return tokens.text(at);
    }

    int line() {
        return tokens.line(at);
    }

    /** Where the token here begins. */
    int start() {
        return tokens.start(at);
    }

    /** Where the newest token passed that is not layout ends. */
    int end() {
        return passed < 0 ? 0 : tokens.end(passed);
    }

    /** From the token at this place to the newest that was passed. */
    Lines since(int position) {
        int first = tokens.line(position);
        int last = passed < 0 ? 1 : tokens.lastLine(passed);
        int start = tokens.start(position);
        return new Lines(first, Math.max(first, last), start, Math.max(start, end()));
    }

    boolean is(int wanted) {
        return kind == wanted;
    }

    boolean isName(String word) {
        return kind == Token.NAME && tokens.text(at).equals(word);
    }

    /** Whether the token after this one is of this kind. */
    boolean isNext(int wanted) {
        return kind != Token.END && tokens.kind(at + 1) == wanted;
    }

    void advance() {
        if (kind != Token.END) {
            if (Token.isWritten(kind)) {
                passed = at;
            }
            kind = tokens.kind(++at);
        }
    }

    boolean accept(int wanted) {
        if (kind == wanted) {
            advance();
            return true;
        }
        return false;
    }

    void expect(int wanted) {
        if (!accept(wanted)) {
            throw failure("expected '" + Token.text(wanted) + "'");
        }
    }

    String expectName() {
        if (kind != Token.NAME) {
            throw failure("expected a name");
        }
        String name = text();
        advance();
        return name;
    }

    /** What is wrong here: the tokenizer's own message if it has one. */
    SyntaxFailure failure(String message) {
        return new SyntaxFailure(line(), is(Token.ERROR) ? text() : message + ", found " + shown());
    }

    private String shown() {
        return switch (kind) {
            case Token.STRING -> "a string";
            case Token.NEWLINE -> "the end of the line";
            case Token.INDENT -> "an indented line";
            case Token.DEDENT -> "the end of the block";
            case Token.ERROR -> text();
            case Token.END -> "the end of the file";
            default -> "'" + text() + "'";
        };
    }
}
