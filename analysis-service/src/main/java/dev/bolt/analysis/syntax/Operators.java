package dev.bolt.analysis.syntax;

/** Binary operators and how tightly they bind, after the Python Language Reference 3.14, §6.17. */
final class Operators {
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int BIT_OR = 5;
    static final int SUM = 9;

    private Operators() {}

    /** How tightly the operator at the cursor binds, 1 for {@code or}; 0 if there is none. */
    static int precedence(TokenCursor cursor) {
        return switch (cursor.kind()) {
            case OPERATOR ->
                switch (cursor.text()) {
                    case "<", ">", "==", ">=", "<=", "!=" -> COMPARISON;
                    case "|" -> BIT_OR;
                    case "^" -> 6;
                    case "&" -> 7;
                    case "<<", ">>" -> 8;
                    case "+", "-" -> 9;
                    case "*", "/", "//", "%", "@" -> 10;
                    default -> 0;
                };
            case KEYWORD ->
                switch (cursor.text()) {
                    case "or" -> 1;
                    case "and" -> 2;
                    case "in", "is" -> COMPARISON;
                    case "not" -> cursor.isKeywordNext("in") ? COMPARISON : 0;
                    default -> 0;
                };
            case NAME, NUMBER, STRING, NEWLINE, INDENT, DEDENT, ERROR, END -> 0;
        };
    }

    /** Passes the operator at the cursor. */
    static String take(TokenCursor cursor) {
        String sign = cursor.text();
        cursor.advance();
        if (sign.equals("not")) {
            cursor.expectKeyword("in");
            return "not in";
        }
        return sign.equals("is") && cursor.acceptKeyword("not") ? "is not" : sign;
    }
}
