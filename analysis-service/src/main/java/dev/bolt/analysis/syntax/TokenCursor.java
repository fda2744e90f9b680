package dev.bolt.analysis.syntax;

/** A place in the tokens, and the few questions that a parser asks of it. */
final class TokenCursor {
    final Tokens tokens;
    private int at;
    private int kind;
    private int passed = -1;
    private int kinds;
    private int inside;

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

    /** Passes the name here, which is an expression or begins one, and tells its text. */
    String mentionName() {
        int name = tokens.name(at);
        tokens.names.mention(name);
        watch(name);
        advance();
        return tokens.names.text(name);
    }

    private void watch(int name) {
        if (tokens.names.isWatched(name)) {
            kinds |= Kinds.WATCHED;
        }
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
        return new Lines(first, Math.max(first, last), start, Math.max(start, end()), kinds, inside | kinds);
    }

    /** {@link Kinds} that were seen since {@link #enter} outside of statements that were entered and left since. */
    int kinds() {
        return kinds;
    }

    /** {@link Kinds} that were seen in statements that were entered and left since {@link #enter}. */
    int inside() {
        return inside;
    }

    /** An expression or statement of these {@link Kinds} was parsed, or will be. */
    void saw(int more) {
        kinds |= more;
    }

    /** A statement begins. */
    void enter() {
        kinds = 0;
        inside = 0;
    }

    /**
     * The statement has ended.
     *
     * @param kindsAround what {@link #kinds} told before it was entered
     * @param insideAround what {@link #inside} told
     */
    void leave(int kindsAround, int insideAround) {
        inside |= insideAround | kinds;
        kinds = kindsAround;
    }

    /** The statement that has ended is a definition, which those around it have inside. */
    void defined() {
        inside |= Kinds.DEFINITION;
    }

    boolean is(int wanted) {
        return kind == wanted;
    }

    boolean isName(String word) {
        return kind == Token.NAME && tokens.names.text(tokens.name(at)).equals(word);
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
        int number = tokens.name(at);
        watch(number);
        String name = tokens.names.text(number);
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
