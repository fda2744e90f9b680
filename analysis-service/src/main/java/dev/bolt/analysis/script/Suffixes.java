package dev.bolt.analysis.script;

import dev.bolt.analysis.symbol.Use;

/**
 * What follows an operand: properties, elements, calls, type arguments; and what follows {@code new}. What was read is
 * told by {@link Expressions#shape}.
 */
final class Suffixes {
    private final Reader reader;
    private final Lexer lexer;
    private final Expressions expressions;

    Suffixes(Reader reader, Expressions expressions) {
        this.reader = reader;
        this.expressions = expressions;
        lexer = reader.lexer;
    }

    /**
     * Properties, elements, calls and what else follows something.
     *
     * @param start where that began
     * @param line on which line
     * @param elements whether a bracket takes an element of it
     */
    void read(int start, int line, boolean elements) {
        while (true) {
            switch (lexer.token) {
                case Token.DOT, Token.OPTIONAL_DOT -> member();
                case Token.LBRACKET -> {
                    if (!elements) {
                        return;
                    }
                    element();
                }
                case Token.LPAREN -> call(start, line);
                case Token.TEMPLATE -> {
                    called(start);
                    reader.primaries.template();
                    expressions.shape = Expressions.ANY;
                }
                case Token.BANG -> {
                    if (!reader.typed || lexer.newline) {
                        return;
                    }
                    lexer.next();
                    expressions.shape = Expressions.ANY;
                }
                case Token.STEP -> {
                    if (lexer.newline) {
                        return;
                    }
                    lexer.next();
                    expressions.shape = Expressions.ANY;
                }
                case Token.LESS -> {
                    if (!reader.typed || !typeArguments()) {
                        return;
                    }
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void element() {
        lexer.next();
        expressions.expression(Expressions.IN);
        reader.accept(Token.RBRACKET);
        expressions.shape = Expressions.ANY;
    }

    private void member() {
        int behind = lexer.previousEnd;
        boolean optional = reader.is(Token.OPTIONAL_DOT);
        lexer.next();
        if (Token.isWord(lexer.token)) {
            expressions.shape = Expressions.MEMBER;
            expressions.objectEnd = behind;
            expressions.nameStart = lexer.start;
            expressions.nameEnd = lexer.end;
            expressions.nameLine = lexer.line;
            lexer.next();
        } else if (reader.is(Token.PRIVATE_NAME)) {
            lexer.next();
            expressions.shape = Expressions.ANY;
        } else if (!optional) {
            expressions.shape = Expressions.ANY;
        }
    }

    /** The arguments of a call or of a type without one; nothing, and false, if it is a comparison. */
    private boolean typeArguments() {
        if (reader.isHopeless()) {
            return false;
        }
        Reader.Mark mark = reader.mark();
        int wasShape = expressions.shape;
        int wasStart = expressions.nameStart;
        int wasEnd = expressions.nameEnd;
        int wasLine = expressions.nameLine;
        int wasObjectEnd = expressions.objectEnd;
        reader.types.failed();
        reader.generics.arguments();
        expressions.shape = wasShape;
        expressions.nameStart = wasStart;
        expressions.nameEnd = wasEnd;
        expressions.nameLine = wasLine;
        expressions.objectEnd = wasObjectEnd;
        if (reader.types.failed() || !isBehindTypeArguments()) {
            reader.giveUp(mark);
            return false;
        }
        return true;
    }

    /** After TypeScript's canFollowTypeArgumentsInExpression. */
    private boolean isBehindTypeArguments() {
        return switch (lexer.token) {
            case Token.LPAREN, Token.TEMPLATE -> true;
            case Token.LESS, Token.GREATER, Token.PLUS, Token.MINUS -> false;
            default ->
                lexer.newline
                        || lexer.token == Token.AS
                        || lexer.token == Token.SATISFIES
                        || !Token.startsExpression(lexer.token);
        };
    }

    private void call(int start, int line) {
        boolean loads = expressions.shape == Expressions.NAME
                && Words.token(lexer.source, expressions.nameStart, expressions.nameEnd) == Token.REQUIRE;
        called(start);
        int number = reader.primaries.arguments(loads, line, false);
        expressions.shape = number < 0 ? Expressions.ANY : Expressions.REQUIRED;
        expressions.required = number;
    }

    /** What was read is called, or constructed. */
    private void called(int start) {
        Outline outline = reader.outline;
        if (expressions.shape == Expressions.NAME) {
            outline.uses(reader.names.of(expressions.nameStart, expressions.nameEnd), "", expressions.nameLine, true);
        } else if (expressions.shape == Expressions.MEMBER) {
            String receiver = reader.dotted(start, expressions.objectEnd, Use.COMPLEX);
            outline.uses(
                    reader.names.of(expressions.nameStart, expressions.nameEnd), receiver, expressions.nameLine, true);
        }
    }

    /** What follows {@code new}: a name or something with properties, and arguments. */
    void construction() {
        lexer.next();
        if (reader.is(Token.DOT)) {
            lexer.next();
            lexer.next();
            expressions.shape = Expressions.ANY;
            return;
        }
        if (!reader.deeper()) {
            expressions.shape = Expressions.ANY;
            return;
        }
        int start = lexer.start;
        reader.primaries.primary(Expressions.IN);
        boolean more = true;
        while (more) {
            switch (lexer.token) {
                case Token.DOT, Token.OPTIONAL_DOT -> member();
                case Token.LBRACKET -> element();
                case Token.TEMPLATE -> {
                    called(start);
                    reader.primaries.template();
                    expressions.shape = Expressions.ANY;
                }
                case Token.BANG -> {
                    more = reader.typed && !lexer.newline;
                    if (more) {
                        lexer.next();
                    }
                }
                default -> more = false;
            }
        }
        if (expressions.shape != Expressions.FUNCTION && expressions.shape != Expressions.CLASS) {
            called(start);
        }
        if (reader.is(Token.LESS) && reader.typed) {
            typeArguments();
        }
        if (reader.is(Token.LPAREN)) {
            reader.primaries.arguments(false, 0, false);
        }
        expressions.shape = Expressions.ANY;
        reader.higher();
    }
}
