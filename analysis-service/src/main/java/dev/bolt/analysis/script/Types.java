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

    /** Goes behind this token; what is read is no type if it is not there. */
    boolean expect(int token) {
        boolean there = reader.accept(token);
        failed |= !there;
        return there;
    }

    /** What is read is no type. */
    void fail() {
        failed = true;
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
            case Token.LPAREN -> reader.functionTypes.parenthesized();
            case Token.LESS -> {
                reader.generics.parameters();
                reader.functionTypes.function();
            }
            case Token.NEW -> {
                lexer.next();
                if (reader.is(Token.LESS)) {
                    reader.generics.parameters();
                }
                reader.functionTypes.function();
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
            reader.generics.arguments();
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
            reader.generics.arguments();
        } else if (!qualified) {
            reader.outline.uses(only, "", line, false);
        }
        return end;
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
            reader.generics.arguments();
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
            reader.generics.arguments();
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
}
