package dev.bolt.analysis.script;

/** What stands in angle brackets: arguments and parameters of types. */
final class Generics {
    private final Reader reader;
    private final Lexer lexer;

    Generics(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** Arguments in angle brackets. */
    void arguments() {
        lexer.next();
        while (!reader.is(Token.GREATER)) {
            reader.types.type();
            if (!reader.accept(Token.COMMA)) {
                break;
            }
        }
        reader.types.expect(Token.GREATER);
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
                reader.types.fail();
                return;
            }
            if (reader.accept(Token.EXTENDS)) {
                reader.types.type();
            }
            if (reader.accept(Token.ASSIGN)) {
                reader.types.type();
            }
            if (!reader.accept(Token.COMMA)) {
                break;
            }
        }
        reader.types.expect(Token.GREATER);
    }

    private boolean isVariance() {
        return reader.is(Token.IN)
                || reader.is(Token.CONST)
                || reader.is(Token.OUT) && Token.isWord(reader.peek()) && reader.peek() != Token.EXTENDS;
    }
}
