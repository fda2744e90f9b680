package dev.bolt.analysis.script;

import dev.bolt.analysis.symbol.Use;

/** JSX: elements in elements, without recursion. Those whose names begin with a capital are uses. */
final class Tags {
    private final Reader reader;
    private final Lexer lexer;

    Tags(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** An element or fragment from its {@code <} on, up to behind its last {@code >}. */
    void element() {
        int open = 0;
        while (true) {
            open += tag();
            if (!reader.is(Token.GREATER)) {
                return;
            }
            if (open <= 0) {
                lexer.next();
                return;
            }
            if (!children()) {
                return;
            }
        }
    }

    /** From {@code <} to the {@code >} that ends the tag; 1 if it opens an element, -1 if it closes one, else 0. */
    private int tag() {
        lexer.next();
        if (reader.is(Token.SLASH)) {
            lexer.next();
            name(false);
            return -1;
        }
        if (reader.is(Token.GREATER)) {
            return 1;
        }
        name(true);
        if (reader.is(Token.LESS) && reader.typed) {
            reader.generics.arguments();
        }
        attributes();
        if (reader.is(Token.SLASH)) {
            lexer.next();
            return 0;
        }
        return 1;
    }

    private void name(boolean used) {
        int start = lexer.start;
        boolean namespaced = false;
        int objectEnd = 0;
        int nameStart = start;
        int nameEnd = start;
        int line = lexer.line;
        while (Token.isWord(lexer.token)) {
            reader.literals.tagName();
            nameStart = lexer.start;
            nameEnd = lexer.end;
            line = lexer.line;
            lexer.next();
            if (reader.is(Token.DOT)) {
                objectEnd = lexer.previousEnd;
            } else if (reader.is(Token.COLON)) {
                namespaced = true;
            } else {
                break;
            }
            lexer.next();
        }
        if (!used || namespaced || nameEnd == start) {
            return;
        }
        if (objectEnd > 0) {
            String receiver = reader.dotted(start, objectEnd, Use.COMPLEX);
            reader.outline.uses(reader.names.of(nameStart, nameEnd), receiver, line, true);
        } else {
            String name = reader.names.of(nameStart, nameEnd);
            if (Character.isUpperCase(name.charAt(0))) {
                reader.outline.uses(name, "", line, true);
            }
        }
    }

    private void attributes() {
        while (true) {
            if (reader.is(Token.LBRACE)) {
                lexer.next();
                reader.accept(Token.ELLIPSIS);
                reader.expressions.expression(Expressions.IN);
                reader.primaries.closeHole();
                lexer.next();
            } else if (Token.isWord(lexer.token)) {
                attribute();
            } else {
                return;
            }
        }
    }

    private void attribute() {
        do {
            reader.literals.tagName();
            lexer.next();
        } while (reader.accept(Token.COLON) && Token.isWord(lexer.token));
        if (!reader.is(Token.ASSIGN)) {
            return;
        }
        reader.literals.attributeValue();
        if (reader.is(Token.STRING)) {
            lexer.next();
        } else if (reader.is(Token.LESS)) {
            if (reader.deeper()) {
                element();
                reader.higher();
            }
        } else if (reader.accept(Token.LBRACE)) {
            if (!reader.is(Token.RBRACE)) {
                reader.expressions.expression(Expressions.IN);
            }
            reader.primaries.closeHole();
            lexer.next();
        }
    }

    /** Text and expressions up to the next tag; false if the source ends. */
    private boolean children() {
        reader.literals.text();
        while (reader.is(Token.LBRACE)) {
            lexer.next();
            reader.accept(Token.ELLIPSIS);
            if (!reader.is(Token.RBRACE)) {
                reader.expressions.expression(Expressions.IN);
            }
            reader.primaries.closeHole();
            reader.literals.text();
        }
        return reader.is(Token.LESS);
    }
}
