package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;
import dev.bolt.analysis.symbol.ImportContext;

/** Types: which others they name, and which modules. */
final class Types {
    private final Reader reader;
    private final Lexer lexer;
    private boolean failed;

    Types(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** Whether one of the types read since this was asked last is none. */
    boolean failed() {
        boolean was = failed;
        failed = false;
        return was;
    }

    /** A type; what is none is left where it is. */
    void type() {
        if (!reader.deeperOrNot()) {
            failed = true;
            return;
        }
        boolean more;
        do {
            more = false;
            union();
            while (reader.is(Token.EXTENDS) && !lexer.newline) {
                lexer.next();
                union();
                if (reader.accept(Token.QUESTION)) {
                    type();
                    more = expect(Token.COLON);
                    break;
                }
            }
        } while (more);
        reader.higher();
    }

    private boolean expect(int token) {
        boolean there = reader.accept(token);
        failed |= !there;
        return there;
    }

    private void union() {
        do {
            while (reader.is(Token.PIPE) || reader.is(Token.AMPERSAND)) {
                lexer.next();
            }
            operand();
        } while (reader.is(Token.PIPE) || reader.is(Token.AMPERSAND));
    }

    private void operand() {
        while (isOperator()) {
            lexer.next();
        }
        if (reader.is(Token.ASSERTS) && isAsserted()) {
            lexer.next();
            lexer.next();
            if (reader.accept(Token.IS)) {
                type();
            }
            return;
        }
        primary();
        while (reader.is(Token.LBRACKET) && !lexer.newline) {
            lexer.next();
            if (!reader.is(Token.RBRACKET)) {
                type();
            }
            if (!expect(Token.RBRACKET)) {
                return;
            }
        }
    }

    private boolean isAsserted() {
        int next = reader.peekOnLine();
        return Token.isName(next) && next != Token.IS || next == Token.THIS;
    }

    private boolean isOperator() {
        return switch (lexer.token) {
            case Token.KEYOF, Token.UNIQUE, Token.READONLY, Token.INFER -> {
                int next = reader.peek();
                yield Token.isWord(next) && next != Token.EXTENDS && next != Token.IS
                        || Token.isOpening(next)
                        || next == Token.STRING
                        || next == Token.TEMPLATE;
            }
            default -> false;
        };
    }

    private void primary() {
        if (Token.isName(lexer.token)) {
            name();
            return;
        }
        switch (lexer.token) {
            case Token.NULL, Token.TRUE, Token.FALSE, Token.VOID, Token.STRING, Token.NUMBER, Token.STAR ->
                lexer.next();
            case Token.THIS -> {
                lexer.next();
                predicate();
            }
            case Token.MINUS -> {
                lexer.next();
                expect(Token.NUMBER);
            }
            case Token.TEMPLATE -> template();
            case Token.TYPEOF -> query();
            case Token.IMPORT -> imported();
            case Token.LBRACE -> object();
            case Token.LBRACKET -> tuple();
            case Token.LPAREN -> parenthesized();
            case Token.LESS -> {
                parameters();
                function();
            }
            case Token.NEW -> {
                lexer.next();
                if (reader.is(Token.LESS)) {
                    parameters();
                }
                function();
            }
            default -> failed = true;
        }
    }

    private boolean predicate() {
        if (reader.is(Token.IS) && !lexer.newline) {
            lexer.next();
            type();
            return true;
        }
        return false;
    }

    private void name() {
        if (reader.is(Token.ABSTRACT) && reader.peek() == Token.NEW) {
            lexer.next();
            primary();
            return;
        }
        boolean basic = Token.isBasicType(lexer.token);
        int start = lexer.start;
        int end = lexer.end;
        int line = lexer.line;
        lexer.next();
        if (predicate()) {
            return;
        }
        boolean qualified = qualification();
        boolean generic = reader.is(Token.LESS) && !lexer.newline;
        if (!basic && !qualified && !generic) {
            reader.outline.uses(reader.names.of(start, end), "", line, false);
        }
        if (generic) {
            arguments();
        }
    }

    private boolean qualification() {
        boolean any = false;
        while (reader.is(Token.DOT)) {
            lexer.next();
            any = true;
            if (Token.isWord(lexer.token) || reader.is(Token.PRIVATE_NAME)) {
                lexer.next();
            } else {
                failed = true;
            }
        }
        return any;
    }

    /** The base that a class or an interface names; gives where its name ends, or 0 if it has none. */
    int base() {
        if (!Token.isName(lexer.token)) {
            type();
            return 0;
        }
        int end = lexer.end;
        String only = reader.text();
        int line = lexer.line;
        lexer.next();
        boolean qualified = qualification();
        end = qualified ? lexer.previousEnd : end;
        if (reader.is(Token.LESS)) {
            arguments();
        } else if (!qualified) {
            reader.outline.uses(only, "", line, false);
        }
        return end;
    }

    /** Arguments in angle brackets. */
    void arguments() {
        lexer.next();
        while (!reader.is(Token.GREATER)) {
            type();
            if (!reader.accept(Token.COMMA)) {
                break;
            }
        }
        expect(Token.GREATER);
    }

    /** Parameters in angle brackets, which are no uses; nothing if there are none. */
    void parameters() {
        if (!reader.accept(Token.LESS)) {
            return;
        }
        while (!reader.is(Token.GREATER)) {
            while (isVariance()) {
                lexer.next();
            }
            if (Token.isName(lexer.token)) {
                lexer.next();
            } else {
                failed = true;
                return;
            }
            if (reader.accept(Token.EXTENDS)) {
                type();
            }
            if (reader.accept(Token.ASSIGN)) {
                type();
            }
            if (!reader.accept(Token.COMMA)) {
                break;
            }
        }
        expect(Token.GREATER);
    }

    private boolean isVariance() {
        return reader.is(Token.IN)
                || reader.is(Token.CONST)
                || reader.is(Token.OUT) && Token.isWord(reader.peek()) && reader.peek() != Token.EXTENDS;
    }

    private void template() {
        while (!reader.literals.templateEnds()) {
            lexer.next();
            type();
            reader.primaries.closeHole();
        }
        lexer.next();
    }

    private void query() {
        lexer.next();
        if (reader.is(Token.IMPORT)) {
            imported();
            return;
        }
        if (Token.isWord(lexer.token)) {
            lexer.next();
        } else {
            failed = true;
        }
        qualification();
        if (reader.is(Token.LESS) && !lexer.newline) {
            arguments();
        }
    }

    private void imported() {
        int line = lexer.line;
        lexer.next();
        if (!expect(Token.LPAREN)) {
            return;
        }
        if (reader.is(Token.STRING)) {
            reader.outline.imports(reader.inQuotes(), "", "", line, line, ImportContext.TYPE_CHECKING);
        }
        type();
        if (reader.accept(Token.COMMA) && reader.is(Token.LBRACE)) {
            reader.skipBalanced();
            reader.accept(Token.COMMA);
        }
        expect(Token.RPAREN);
        qualification();
        if (reader.is(Token.LESS) && !lexer.newline) {
            arguments();
        }
    }

    private void object() {
        reader.outline.enter(Scope.VALUE);
        reader.members.ofType();
        reader.outline.leave();
    }

    private void tuple() {
        lexer.next();
        while (!reader.is(Token.RBRACKET)) {
            reader.accept(Token.ELLIPSIS);
            if (Token.isWord(lexer.token) && reader.peek() == Token.COLON) {
                lexer.next();
                lexer.next();
                type();
            } else {
                element();
            }
            if (!reader.accept(Token.COMMA)) {
                break;
            }
        }
        expect(Token.RBRACKET);
    }

    /** What was a type is a label if a question mark and a colon follow. */
    private void element() {
        int uses = reader.outline.useCount();
        type();
        if (reader.accept(Token.QUESTION) && reader.accept(Token.COLON)) {
            reader.outline.forgetUses(uses);
            type();
        }
    }

    private void parenthesized() {
        if (startsFunction()) {
            function();
            return;
        }
        lexer.next();
        type();
        expect(Token.RPAREN);
    }

    private void function() {
        if (!reader.is(Token.LPAREN)) {
            failed = true;
            return;
        }
        reader.outline.enter(Scope.FUNCTION);
        reader.patterns.parameters();
        if (expect(Token.ARROW)) {
            type();
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
