package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;

/**
 * Expressions, without the order of their operators, which says nothing about what is called: operands and operators
 * follow each other in a loop. What was read last is told by {@link #shape}.
 */
final class Expressions {
    /** Flag: {@code in} is an operator here. */
    static final int IN = 1;
    /** Flag: a colon ends the expression, for it is the middle of a conditional one. */
    static final int BRANCH = 2;

    /** What was read: nothing of the following. */
    static final int ANY = 0;
    /** One name. */
    static final int NAME = 1;
    /** A named property of something. */
    static final int MEMBER = 2;
    /** A string, or a template without expressions. */
    static final int LITERAL = 3;
    /** A call that loads a module, {@link #required}. */
    static final int REQUIRED = 4;
    /** A function, its head from {@link #headStart} to {@link #bodyStart}. */
    static final int FUNCTION = 5;
    /** A class. */
    static final int CLASS = 6;

    private final Reader reader;
    private final Lexer lexer;

    int shape;
    int required;
    int headStart;
    int bodyStart;
    /** Where the name or property begins, ends and is. */
    int nameStart;

    int nameEnd;
    int nameLine;
    /** Where the object of the property ends. */
    int objectEnd;

    Expressions(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** Expressions between commas. */
    void expression(int flags) {
        assignment(flags);
        while (reader.is(Token.COMMA)) {
            lexer.next();
            assignment(flags);
            shape = ANY;
        }
    }

    /** One up to a comma. */
    void assignment(int flags) {
        if (!reader.deeper()) {
            shape = ANY;
            return;
        }
        boolean conditional = false;
        while (branch(flags)) {
            conditional = true;
        }
        if (conditional) {
            shape = ANY;
        }
        reader.higher();
    }

    /** Up to the end of the expression, or to behind the colon of a conditional one, which is told. */
    private boolean branch(int flags) {
        if (reader.functions.arrow(flags) || yielded(flags)) {
            return false;
        }
        int start = lexer.start;
        int line = lexer.line;
        operand(flags);
        if (reader.is(Token.ARROW) && shape == NAME && !lexer.newline && nameStart == start) {
            reader.functions.arrowBody(start, reader.outline.importCount(), flags);
            return false;
        }
        while (shape != FUNCTION || !reader.functions.wasArrow()) {
            switch (lexer.token) {
                case Token.ASSIGN -> {
                    reader.variables.assigned(start, lexer.previousEnd, line, flags);
                    return false;
                }
                case Token.QUESTION -> {
                    return question(flags);
                }
                case Token.LESS, Token.GREATER -> reader.literals.comparison();
                default -> {}
            }
            if (reader.is(Token.ASSIGN_OPERATOR)) {
                lexer.next();
                assignment(flags);
                shape = ANY;
                return false;
            }
            if (!operator(flags)) {
                return false;
            }
            shape = ANY;
        }
        return false;
    }

    /** One that no expression can follow makes a parameter optional. */
    private boolean question(int flags) {
        lexer.next();
        switch (lexer.token) {
            case Token.COLON, Token.COMMA, Token.RPAREN, Token.ASSIGN -> {
                return false;
            }
            default -> {}
        }
        assignment(IN | BRANCH);
        shape = ANY;
        return reader.accept(Token.COLON);
    }

    /** An operator and the operand behind it; false if there is none. */
    private boolean operator(int flags) {
        switch (lexer.token) {
            case Token.AS, Token.SATISFIES -> {
                if (!reader.typed || lexer.newline) {
                    return false;
                }
                lexer.next();
                if (!reader.accept(Token.CONST)) {
                    reader.types.type();
                }
                return true;
            }
            case Token.IN -> {
                if ((flags & IN) == 0) {
                    return false;
                }
            }
            case Token.INSTANCEOF,
                    Token.PLUS,
                    Token.MINUS,
                    Token.STAR,
                    Token.SLASH,
                    Token.PIPE,
                    Token.AMPERSAND,
                    Token.OPERATOR -> {}
            default -> {
                return false;
            }
        }
        boolean divides = reader.is(Token.SLASH) && lexer.end - lexer.start == 2;
        lexer.next();
        if (divides) {
            assignment(flags);
        } else {
            operand(flags);
        }
        return true;
    }

    /** Whether it was {@code yield} with what it yields. */
    private boolean yielded(int flags) {
        if (!reader.is(Token.YIELD)) {
            return false;
        }
        int next = reader.peekOnLine();
        if (next == Token.STAR || Token.startsExpression(next)) {
            lexer.next();
            reader.accept(Token.STAR);
            assignment(flags);
            shape = ANY;
            return true;
        }
        return false;
    }

    /** Something with the operators before and behind it. */
    private void operand(int flags) {
        boolean prefixed = false;
        while (prefix()) {
            prefixed = true;
        }
        int start = lexer.start;
        int line = lexer.line;
        reader.primaries.primary(flags);
        if (shape != FUNCTION || !reader.functions.wasArrow()) {
            reader.suffixes.read(start, line, true);
        }
        if (prefixed) {
            shape = ANY;
        }
    }

    private boolean prefix() {
        switch (lexer.token) {
            case Token.BANG,
                    Token.TILDE,
                    Token.PLUS,
                    Token.MINUS,
                    Token.STEP,
                    Token.TYPEOF,
                    Token.VOID,
                    Token.DELETE -> {
                lexer.next();
                return true;
            }
            case Token.AWAIT -> {
                if (Token.startsExpression(reader.peek())) {
                    lexer.next();
                    return true;
                }
                return false;
            }
            case Token.LESS -> {
                if (reader.tags) {
                    return false;
                }
                if (reader.peek() == Token.CONST) {
                    lexer.next();
                    lexer.next();
                    reader.accept(Token.GREATER);
                } else {
                    reader.generics.arguments();
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** A class as a value. */
    void classValue(String name, Scope kind) {
        reader.classes.value(name, kind);
        shape = CLASS;
    }
}
