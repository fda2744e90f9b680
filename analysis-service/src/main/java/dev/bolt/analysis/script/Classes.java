package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;
import dev.bolt.api.analysis.SymbolKind;

/** Classes, interfaces and enums. */
final class Classes {
    private final Reader reader;
    private final Lexer lexer;

    Classes(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** A decorator: a name with properties, and arguments. */
    void decorator() {
        lexer.next();
        int start = lexer.start;
        int line = lexer.line;
        reader.primaries.primary(Expressions.IN);
        reader.suffixes.read(start, line, false);
    }

    /**
     * A class, from its own word on; gives its name, empty if it has none.
     *
     * @param start where its statement begins
     * @param line on which that begins
     */
    void declaration(int start, int line) {
        lexer.next();
        if (!isNamed()) {
            reader.outline.enter(Scope.VALUE);
            rest("");
            reader.outline.leave();
            return;
        }
        Type type = begin(start, line);
        rest(type.qualified);
        end(type);
    }

    private boolean isNamed() {
        return Token.isName(lexer.token)
                && (!reader.is(Token.IMPLEMENTS) || reader.peek() == Token.LBRACE || reader.peek() == Token.EXTENDS);
    }

    private record Type(String name, String qualified, int start, int line, int place) {}

    /** Reads the name and enters it. */
    private Type begin(int start, int line) {
        Outline outline = reader.outline;
        String name = reader.text();
        boolean defines = outline.kind() != Scope.VALUE;
        String qualified = defines ? outline.qualify(name) : outline.outer();
        var type = new Type(name, qualified, start, line, defines ? outline.reserve() : -1);
        lexer.next();
        outline.enter(qualified, Scope.TYPE);
        return type;
    }

    private void end(Type type) {
        reader.outline.leave();
        if (type.place >= 0) {
            reader.outline.define(
                    type.place,
                    type.name,
                    type.qualified,
                    SymbolKind.CLASS,
                    type.line,
                    lexer.previousLine,
                    null,
                    lexer.comments.above(type.line, type.start));
        }
    }

    /** A class as a value, which gets this name; its own is only known inside. */
    void value(String name, Scope kind) {
        if (!reader.deeper()) {
            return;
        }
        lexer.next();
        if (isNamed()) {
            lexer.next();
        }
        reader.outline.enter(name, kind);
        rest(kind == Scope.TYPE ? name : "");
        reader.outline.leave();
        reader.higher();
    }

    private void rest(String inheritor) {
        reader.generics.parameters();
        if (reader.accept(Token.EXTENDS)) {
            do {
                extended(inheritor);
            } while (reader.accept(Token.COMMA));
        }
        if (reader.accept(Token.IMPLEMENTS)) {
            bases(inheritor);
        }
        body();
    }

    private void extended(String inheritor) {
        int start = lexer.start;
        int line = lexer.line;
        Expressions expressions = reader.expressions;
        reader.primaries.primary(Expressions.IN);
        reader.suffixes.read(start, line, true);
        boolean named = expressions.shape == Expressions.NAME || expressions.shape == Expressions.MEMBER;
        int end = expressions.nameEnd;
        if (reader.is(Token.LESS)) {
            reader.generics.arguments();
        }
        if (named && !inheritor.isEmpty()) {
            reader.outline.inherits(inheritor, reader.names.of(start, end));
        }
    }

    /** Types between commas. */
    private void bases(String inheritor) {
        do {
            int start = lexer.start;
            int end = reader.types.base();
            if (end > start && !inheritor.isEmpty()) {
                reader.outline.inherits(inheritor, reader.names.of(start, end));
            }
        } while (reader.accept(Token.COMMA));
    }

    private void body() {
        if (!reader.is(Token.LBRACE) || !reader.deeper()) {
            return;
        }
        lexer.next();
        while (!reader.is(Token.RBRACE) && !reader.is(Token.END) && !reader.isLost()) {
            int before = lexer.start;
            if (!reader.accept(Token.SEMICOLON)) {
                reader.members.ofClass();
            }
            if (lexer.start == before && !reader.recover(Token.RBRACE)) {
                break;
            }
        }
        reader.accept(Token.RBRACE);
        reader.higher();
    }

    /** An interface, from its own word on. */
    void contract(int start, int line) {
        lexer.next();
        Type type = begin(start, line);
        reader.generics.parameters();
        if (reader.accept(Token.EXTENDS)) {
            bases(type.qualified);
        }
        if (reader.is(Token.LBRACE)) {
            reader.members.ofType();
        }
        end(type);
    }

    /** A type that is a name for another, from its own word on. */
    void alias(int start, int line) {
        lexer.next();
        Type type = begin(start, line);
        reader.generics.parameters();
        if (reader.accept(Token.ASSIGN)) {
            reader.types.type();
        }
        reader.accept(Token.SEMICOLON);
        end(type);
    }

    /** An enum, from its own word on; none without a name, as in a file that breaks off. */
    void enumeration(int start, int line) {
        lexer.next();
        if (!Token.isName(lexer.token)) {
            return;
        }
        Type type = begin(start, line);
        if (reader.accept(Token.LBRACE)) {
            while (!reader.is(Token.RBRACE)) {
                reader.members.ofEnum();
                if (!reader.accept(Token.COMMA) && !reader.is(Token.RBRACE) && !reader.recover(Token.RBRACE)) {
                    break;
                }
            }
            reader.accept(Token.RBRACE);
        }
        end(type);
    }
}
