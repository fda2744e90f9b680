package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;

/** What operators combine: names, literals, brackets, functions and classes. */
final class Primaries {
    private final Reader reader;
    private final Lexer lexer;

    Primaries(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    private void shape(int shape) {
        reader.expressions.shape = shape;
    }

    /** One; nothing if there is none. */
    void primary(int flags) {
        Expressions expressions = reader.expressions;
        if (Token.isName(lexer.token)) {
            if (reader.is(Token.ASYNC) && reader.peekOnLine() == Token.FUNCTION) {
                reader.functions.value();
                return;
            }
            expressions.nameStart = lexer.start;
            expressions.nameEnd = lexer.end;
            expressions.nameLine = lexer.line;
            lexer.next();
            shape(Expressions.NAME);
            return;
        }
        shape(Expressions.ANY);
        switch (lexer.token) {
            case Token.THIS,
                    Token.SUPER,
                    Token.NULL,
                    Token.TRUE,
                    Token.FALSE,
                    Token.NUMBER,
                    Token.PRIVATE_NAME,
                    Token.REGEX -> lexer.next();
            case Token.STRING -> {
                lexer.next();
                shape(Expressions.LITERAL);
            }
            case Token.TEMPLATE -> shape(template() ? Expressions.LITERAL : Expressions.ANY);
            case Token.SLASH -> {
                reader.literals.regex();
                lexer.next();
            }
            case Token.LPAREN -> parenthesized(flags);
            case Token.LBRACKET -> {
                lexer.next();
                list(Token.RBRACKET);
                shape(Expressions.ANY);
            }
            case Token.LBRACE -> {
                reader.outline.enter(Scope.VALUE);
                reader.members.ofObject();
                reader.outline.leave();
                shape(Expressions.ANY);
            }
            case Token.FUNCTION -> reader.functions.value();
            case Token.CLASS -> expressions.classValue(reader.outline.outer(), Scope.VALUE);
            case Token.AT -> {
                while (reader.is(Token.AT)) {
                    reader.classes.decorator();
                }
                primary(flags);
            }
            case Token.NEW -> reader.suffixes.construction();
            case Token.IMPORT -> imported();
            case Token.LESS -> {
                reader.jsx.element();
                shape(Expressions.ANY);
            }
            default -> {}
        }
    }

    /** Of {@code import(…)} and {@code import.meta}. */
    private void imported() {
        int next = reader.peek();
        if (next != Token.LPAREN && next != Token.DOT) {
            return;
        }
        int line = lexer.line;
        lexer.next();
        if (reader.is(Token.DOT)) {
            lexer.next();
            lexer.next();
        }
        if (reader.is(Token.LPAREN)) {
            int number = arguments(true, line, true);
            shape(number < 0 ? Expressions.ANY : Expressions.REQUIRED);
            reader.expressions.required = number;
        }
    }

    /**
     * Arguments in parentheses.
     *
     * @param load whether the first names a module, if it is a literal
     * @param line of the call
     * @param later whether that is loaded later
     * @return the number of the import; -1 if there is none
     */
    int arguments(boolean load, int line, boolean later) {
        lexer.next();
        int number = -1;
        if (load && (reader.is(Token.STRING) || reader.is(Token.TEMPLATE))) {
            int start = lexer.start;
            int place = reader.outline.requires("", line, later);
            reader.expressions.assignment(Expressions.IN);
            if (reader.expressions.shape == Expressions.LITERAL) {
                reader.outline.name(place, reader.inQuotes(start, lexer.previousEnd));
                number = place;
            } else {
                reader.outline.forgetImport(place);
            }
        }
        if (!reader.is(Token.COMMA) || reader.accept(Token.COMMA)) {
            list(Token.RPAREN);
        }
        reader.expressions.shape = Expressions.ANY;
        return number;
    }

    /** Expressions between commas, up to behind the bracket that closes them. */
    private void list(int closing) {
        while (!reader.is(closing)) {
            reader.accept(Token.ELLIPSIS);
            if (!reader.is(Token.COMMA)) {
                reader.expressions.assignment(Expressions.IN);
            }
            if (!reader.accept(Token.COMMA) && !reader.is(closing) && !reader.recover(closing)) {
                return;
            }
        }
        lexer.next();
    }

    /** A template from its first quote; whether it holds no expression. */
    boolean template() {
        boolean plain = true;
        while (!reader.literals.templateEnds()) {
            plain = false;
            lexer.next();
            reader.expressions.expression(Expressions.IN);
            closeHole();
        }
        lexer.next();
        return plain;
    }

    /** What is in a template ends with a brace; what comes before is skipped. */
    void closeHole() {
        while (!reader.is(Token.RBRACE) && !reader.is(Token.END)) {
            if (Token.isOpening(lexer.token)) {
                reader.skipBalanced();
            } else {
                reader.skipToken();
            }
        }
    }

    /** Expressions in parentheses, or the parameters of an arrow function and its body. */
    void parenthesized(int flags) {
        int start = lexer.start;
        int imports = reader.outline.importCount();
        lexer.next();
        cover();
        shape(Expressions.ANY);
        if (!reader.functions.arrowBehind(start, imports, flags)) {
            shape(Expressions.ANY);
        }
    }

    /** What may be expressions or parameters, up to behind the parenthesis. */
    void cover() {
        while (!reader.is(Token.RPAREN)) {
            reader.accept(Token.ELLIPSIS);
            reader.expressions.assignment(Expressions.IN);
            if (reader.is(Token.COLON)) {
                reader.patterns.annotation();
                if (reader.accept(Token.ASSIGN)) {
                    reader.expressions.assignment(Expressions.IN);
                }
            }
            if (!reader.accept(Token.COMMA) && !reader.is(Token.RPAREN) && !reader.recover(Token.RPAREN)) {
                return;
            }
        }
        lexer.next();
    }
}
