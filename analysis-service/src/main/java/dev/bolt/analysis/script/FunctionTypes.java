package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;

/** Types of functions, and what else begins with a parenthesis. */
final class FunctionTypes {
    private final Reader reader;
    private final Lexer lexer;

    FunctionTypes(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** A type in parentheses, or a function's. */
    void parenthesized() {
        if (startsFunction()) {
            function();
            return;
        }
        lexer.next();
        reader.types.type();
        reader.types.expect(Token.RPAREN);
    }

    /** From the parenthesis of the parameters on. */
    void function() {
        if (!reader.is(Token.LPAREN)) {
            reader.types.fail();
            return;
        }
        reader.outline.enter(Scope.FUNCTION);
        reader.patterns.parameters();
        if (reader.types.expect(Token.ARROW)) {
            reader.types.type();
        }
        reader.outline.leave();
    }

    /** Whether the parenthesis opens parameters. */
    private boolean startsFunction() {
        Lexer.Mark here = lexer.mark();
        lexer.next();
        boolean function = reader.is(Token.RPAREN) || reader.is(Token.ELLIPSIS) || reader.is(Token.AT);
        if (!function) {
            if (Token.isName(lexer.token) || reader.is(Token.THIS)) {
                lexer.next();
                function = isBehindParameter();
            } else if (reader.is(Token.LBRACE) || reader.is(Token.LBRACKET)) {
                reader.skipBalanced();
                function = isBehindParameter();
            }
        }
        lexer.reset(here);
        return function;
    }

    private boolean isBehindParameter() {
        return switch (lexer.token) {
            case Token.COLON, Token.COMMA, Token.QUESTION, Token.ASSIGN -> true;
            case Token.RPAREN -> reader.peek() == Token.ARROW;
            default -> false;
        };
    }
}
