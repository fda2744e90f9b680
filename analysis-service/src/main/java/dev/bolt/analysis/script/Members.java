package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;
import dev.bolt.api.analysis.SymbolKind;
import org.jspecify.annotations.Nullable;

/** What stands in the braces of objects, types and classes. */
final class Members {
    private final Reader reader;
    private final Lexer lexer;
    private final Key key;

    Members(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
        key = reader.key;
    }

    /** The literal of an object, from its opening brace on. */
    void ofObject() {
        lexer.next();
        while (!reader.is(Token.RBRACE)) {
            if (reader.isLost()) {
                return;
            }
            property();
            if (!reader.accept(Token.COMMA) && !reader.is(Token.RBRACE) && !reader.recover(Token.RBRACE)) {
                return;
            }
        }
        lexer.next();
    }

    private void property() {
        if (reader.accept(Token.ELLIPSIS)) {
            reader.expressions.assignment(Expressions.IN);
            return;
        }
        while ((reader.is(Token.ASYNC) || reader.is(Token.GET) || reader.is(Token.SET))
                && !Key.isEndedBy(reader.peek())) {
            lexer.next();
        }
        reader.accept(Token.STAR);
        if (!key.read()) {
            return;
        }
        if (reader.is(Token.LPAREN) || reader.is(Token.LESS)) {
            function();
        } else if (reader.accept(Token.COLON) || reader.accept(Token.ASSIGN)) {
            reader.expressions.assignment(Expressions.IN);
        }
    }

    private void function() {
        reader.outline.enter(Scope.FUNCTION);
        reader.functions.head();
        if (reader.is(Token.LBRACE)) {
            reader.statements.block();
        }
        reader.outline.leave();
    }

    /** A type in braces, from the opening one on; its properties are defined if the scope is an interface's. */
    void ofType() {
        lexer.next();
        while (!reader.is(Token.RBRACE)) {
            if (reader.isLost()) {
                return;
            }
            int before = lexer.start;
            signature();
            if (!reader.accept(Token.COMMA)
                    && !reader.accept(Token.SEMICOLON)
                    && !reader.is(Token.RBRACE)
                    && (!lexer.newline || lexer.start == before)
                    && !reader.recover(Token.RBRACE)) {
                return;
            }
        }
        lexer.next();
    }

    private void signature() {
        int start = lexer.start;
        int line = lexer.line;
        if (reader.is(Token.PLUS) || reader.is(Token.MINUS)) {
            lexer.next();
        }
        while ((reader.is(Token.READONLY) || reader.is(Token.GET) || reader.is(Token.SET))
                && !Key.isEndedBy(reader.peek())) {
            lexer.next();
        }
        if (reader.is(Token.LPAREN) || reader.is(Token.LESS)) {
            function();
        } else if (reader.is(Token.NEW) && isConstructor()) {
            lexer.next();
            function();
        } else if (reader.is(Token.LBRACKET) && index()) {
            reader.patterns.annotation();
        } else if (key.read()) {
            member(start, line, start, line, false);
        }
    }

    private boolean isConstructor() {
        int next = reader.peek();
        return next == Token.LPAREN || next == Token.LESS;
    }

    /** An index or what maps one type to another, up to its colon; nothing, and false, if it is a computed name. */
    private boolean index() {
        Lexer.Mark here = lexer.mark();
        lexer.next();
        if (Token.isName(lexer.token)) {
            lexer.next();
            if (reader.is(Token.COLON) || reader.is(Token.IN)) {
                lexer.next();
                reader.types.type();
                if (reader.accept(Token.AS)) {
                    reader.types.type();
                }
                reader.accept(Token.RBRACKET);
                if (reader.is(Token.PLUS) || reader.is(Token.MINUS)) {
                    lexer.next();
                }
                reader.accept(Token.QUESTION);
                return true;
            }
        }
        lexer.reset(here);
        return false;
    }

    /** A member of a class. */
    void ofClass() {
        int start = lexer.start;
        int line = lexer.line;
        while (reader.is(Token.AT)) {
            reader.classes.decorator();
        }
        int ownStart = lexer.start;
        int ownLine = lexer.line;
        if (reader.is(Token.STATIC) && reader.peek() == Token.LBRACE) {
            lexer.next();
            reader.outline.enter(Scope.FUNCTION);
            reader.statements.block();
            reader.outline.leave();
            return;
        }
        while (isModifier()) {
            lexer.next();
        }
        reader.accept(Token.STAR);
        if (reader.is(Token.LBRACKET) && reader.typed && index()) {
            reader.patterns.annotation();
        } else if (key.read()) {
            member(start, line, ownStart, ownLine, true);
        }
    }

    private boolean isModifier() {
        return switch (lexer.token) {
            case Token.STATIC, Token.GET, Token.SET -> !Key.isEndedBy(reader.peek());
            case Token.ASYNC,
                    Token.PUBLIC,
                    Token.PRIVATE,
                    Token.PROTECTED,
                    Token.READONLY,
                    Token.ABSTRACT,
                    Token.OVERRIDE,
                    Token.DECLARE,
                    Token.ACCESSOR,
                    Token.CONST -> !Key.isEndedBy(reader.peekOnLine());
            default -> false;
        };
    }

    /**
     * From behind the key of a method or property on.
     *
     * @param start where it begins, with decorators
     * @param line on which it begins, with decorators
     * @param ownStart where it begins without them
     * @param ownLine on which it begins without them
     */
    private void member(int start, int line, int ownStart, int ownLine, boolean inClass) {
        Outline outline = reader.outline;
        boolean defines = key.isPlain() && outline.kind() == Scope.TYPE;
        String name = defines ? key.name() : "";
        defines &= !name.isEmpty();
        int nameEnd = key.end();
        int place = defines ? outline.reserve() : 0;
        String qualified = defines ? outline.qualify(name) : outline.outer();
        if (reader.is(Token.QUESTION) || reader.is(Token.BANG)) {
            lexer.next();
        }
        String signature = null;
        SymbolKind kind = SymbolKind.METHOD;
        int from = line;
        if (reader.is(Token.LPAREN) || reader.is(Token.LESS)) {
            int end = method(qualified);
            signature = defines ? reader.signatures.between(nameEnd, end) : null;
            from = reader.typed ? ownLine : line;
        } else {
            reader.patterns.annotation();
            if (reader.accept(Token.ASSIGN)) {
                signature = fieldValue(defines && inClass);
            }
            kind = signature == null ? SymbolKind.VARIABLE : SymbolKind.METHOD;
        }
        if (defines) {
            String doc = lexer.comments.above(line, start);
            outline.define(
                    place,
                    name,
                    qualified,
                    kind,
                    from,
                    lexer.previousLine,
                    signature,
                    doc == null ? lexer.comments.above(ownLine, ownStart) : doc);
        }
    }

    /** A constant of an enum. */
    void ofEnum() {
        Outline outline = reader.outline;
        int start = lexer.start;
        int line = lexer.line;
        if (!key.read()) {
            return;
        }
        String name = key.name();
        int place = outline.reserve();
        if (reader.accept(Token.ASSIGN)) {
            reader.expressions.assignment(Expressions.IN);
        }
        if (!name.isEmpty() && outline.kind() == Scope.TYPE) {
            String doc = lexer.comments.above(line, start);
            outline.define(
                    place, name, outline.qualify(name), SymbolKind.VARIABLE, line, lexer.previousLine, null, doc);
        }
    }

    /** Gives where its head ends. */
    private int method(String qualified) {
        reader.outline.enter(qualified, Scope.FUNCTION);
        reader.functions.head();
        int end = reader.is(Token.LBRACE) ? lexer.start : lexer.previousEnd;
        if (reader.is(Token.LBRACE)) {
            reader.statements.block();
        }
        reader.outline.leave();
        return end;
    }

    /** The signature of a function that is the value; null if it is something else. */
    private @Nullable String fieldValue(boolean wanted) {
        Expressions expressions = reader.expressions;
        reader.outline.enter(Scope.VALUE);
        expressions.assignment(Expressions.IN);
        reader.outline.leave();
        return wanted && expressions.shape == Expressions.FUNCTION
                ? reader.signatures.between(expressions.headStart, expressions.bodyStart)
                : null;
    }
}
