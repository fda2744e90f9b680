package dev.bolt.analysis.syntax;

/** Binary operators and how tightly they bind, after the Python Language Reference 3.14, §6.17. */
final class Operators {
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int BIT_OR = 5;
    static final int SUM = 9;

    private static final byte[] PRECEDENCES = new byte[Token.YIELD + 1];

    private static final boolean[] PREFIXES = new boolean[Token.YIELD + 1];

    static {
        for (int kind : new int[] {Token.NOT, Token.MINUS, Token.PLUS, Token.TILDE, Token.AWAIT}) {
            PREFIXES[kind] = true;
        }
        set(1, Token.OR);
        set(2, Token.AND);
        set(
                COMPARISON,
                Token.LESS,
                Token.GREATER,
                Token.EQUALS,
                Token.GREATER_EQUAL,
                Token.LESS_EQUAL,
                Token.NOT_EQUAL,
                Token.IN,
                Token.IS,
                Token.NOT);
        set(BIT_OR, Token.BAR);
        set(6, Token.CARET);
        set(7, Token.AMPERSAND);
        set(8, Token.LEFT_SHIFT, Token.RIGHT_SHIFT);
        set(SUM, Token.PLUS, Token.MINUS);
        set(10, Token.STAR, Token.SLASH, Token.DOUBLE_SLASH, Token.PERCENT, Token.AT);
    }

    private Operators() {}

    /** Whether an operator that stands before its operand is written so. */
    static boolean isPrefix(int kind) {
        return PREFIXES[kind];
    }

    private static void set(int precedence, int... kinds) {
        for (int kind : kinds) {
            PRECEDENCES[kind] = (byte) precedence;
        }
    }

    /** How tightly the operator at the cursor binds, 1 for {@code or}; 0 if there is none. */
    static int precedence(TokenCursor cursor) {
        int precedence = PRECEDENCES[cursor.kind()];
        return precedence == COMPARISON && cursor.is(Token.NOT) && !cursor.isNext(Token.IN) ? 0 : precedence;
    }

    /** Passes the operator at the cursor. */
    static String take(TokenCursor cursor) {
        int kind = cursor.kind();
        cursor.advance();
        if (kind == Token.NOT) {
            cursor.expect(Token.IN);
            return "not in";
        }
        return kind == Token.IS && cursor.accept(Token.NOT) ? "is not" : Token.text(kind);
    }
}
