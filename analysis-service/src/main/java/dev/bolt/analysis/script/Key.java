package dev.bolt.analysis.script;

/** The key of a property, a method or a constant: the one that was read last. */
final class Key {
    private final Reader reader;
    private final Lexer lexer;
    private int start;
    private int end;
    private boolean plain;
    private boolean quoted;

    Key(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** Where it ends. */
    int end() {
        return end;
    }

    /** Whether it is a name, a string or a number. */
    boolean isPlain() {
        return plain;
    }

    /** Reads the key of a property; false if there is none. */
    boolean read() {
        start = lexer.start;
        end = lexer.end;
        plain = true;
        quoted = reader.is(Token.STRING);
        if (Token.isWord(lexer.token)
                || reader.is(Token.PRIVATE_NAME)
                || reader.is(Token.NUMBER)
                || reader.is(Token.STRING)) {
            lexer.next();
            return true;
        }
        if (!reader.is(Token.LBRACKET)) {
            return false;
        }
        lexer.next();
        reader.expressions.expression(Expressions.IN);
        reader.accept(Token.RBRACKET);
        end = lexer.previousEnd;
        plain = false;
        return true;
    }

    /** What it says; empty if it is computed. */
    String name() {
        if (!plain) {
            return "";
        }
        return quoted ? reader.inQuotes(start, end) : reader.names.of(start, end);
    }

    /** Whether a modifier is the key itself, for this follows it. */
    static boolean isEndedBy(int token) {
        return switch (token) {
            case Token.COMMA,
                    Token.COLON,
                    Token.LPAREN,
                    Token.RBRACE,
                    Token.ASSIGN,
                    Token.LESS,
                    Token.QUESTION,
                    Token.BANG,
                    Token.SEMICOLON,
                    Token.END -> true;
            default -> false;
        };
    }
}
