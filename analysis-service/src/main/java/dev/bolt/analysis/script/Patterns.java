package dev.bolt.analysis.script;

/** What is bound: parameters, and names taken apart. */
final class Patterns {
    private final Reader reader;
    private final Lexer lexer;

    Patterns(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** Parameters in parentheses; nothing if there are none. */
    void parameters() {
        if (!reader.accept(Token.LPAREN)) {
            return;
        }
        while (!reader.is(Token.RPAREN)) {
            parameter();
            if (!reader.accept(Token.COMMA) && !reader.is(Token.RPAREN) && !reader.recover(Token.RPAREN)) {
                return;
            }
        }
        lexer.next();
    }

    private void parameter() {
        while (reader.is(Token.AT)) {
            reader.classes.decorator();
        }
        while (isModifier()) {
            lexer.next();
        }
        reader.accept(Token.ELLIPSIS);
        binding();
        reader.accept(Token.QUESTION);
        annotation();
        initializer();
    }

    private boolean isModifier() {
        return switch (lexer.token) {
            case Token.PUBLIC, Token.PRIVATE, Token.PROTECTED, Token.READONLY, Token.OVERRIDE, Token.ACCESSOR -> {
                int next = reader.peek();
                yield Token.isName(next) || next == Token.LBRACE || next == Token.LBRACKET;
            }
            default -> false;
        };
    }

    /** A colon and a type, if they are there. */
    void annotation() {
        if (reader.accept(Token.COLON)) {
            reader.types.type();
        }
    }

    private void initializer() {
        if (reader.accept(Token.ASSIGN)) {
            reader.expressions.assignment(Expressions.IN);
        }
    }

    /** A name, or a pattern in braces or brackets. */
    void binding() {
        if (Token.isName(lexer.token) || reader.is(Token.THIS)) {
            lexer.next();
        } else if (reader.is(Token.LBRACE) || reader.is(Token.LBRACKET)) {
            if (reader.deeper()) {
                boolean braces = reader.is(Token.LBRACE);
                lexer.next();
                elements(braces);
                reader.higher();
            }
        }
    }

    private void elements(boolean braces) {
        int closing = braces ? Token.RBRACE : Token.RBRACKET;
        while (!reader.is(closing)) {
            if (reader.isLost()) {
                return;
            }
            reader.accept(Token.ELLIPSIS);
            if (braces) {
                property();
            } else {
                binding();
            }
            initializer();
            if (!reader.accept(Token.COMMA) && !reader.is(closing) && !reader.recover(closing)) {
                return;
            }
        }
        lexer.next();
    }

    private void property() {
        if (reader.is(Token.LBRACKET)) {
            reader.key.read();
        } else if (Token.isWord(lexer.token) || reader.is(Token.STRING) || reader.is(Token.NUMBER)) {
            lexer.next();
        } else {
            return;
        }
        if (reader.accept(Token.COLON)) {
            binding();
        }
    }
}
