package dev.bolt.analysis.script;

/** Brackets and operators: the longest that stands somewhere, save for those that begin with {@code <} or {@code >}. */
final class Punctuation {
    static final int LENGTH_SHIFT = 16;
    static final int TOKEN_MASK = 0xffff;

    private Punctuation() {}

    private static int of(int token, int length) {
        return length << LENGTH_SHIFT | token;
    }

    /** Token and length of what stands there. */
    static int at(byte[] source, int at) {
        int second = Bytes.at(source, at + 1);
        int third = Bytes.at(source, at + 2);
        return switch (source[at]) {
            case '{' -> of(Token.LBRACE, 1);
            case '}' -> of(Token.RBRACE, 1);
            case '(' -> of(Token.LPAREN, 1);
            case ')' -> of(Token.RPAREN, 1);
            case '[' -> of(Token.LBRACKET, 1);
            case ']' -> of(Token.RBRACKET, 1);
            case ';' -> of(Token.SEMICOLON, 1);
            case ',' -> of(Token.COMMA, 1);
            case ':' -> of(Token.COLON, 1);
            case '~' -> of(Token.TILDE, 1);
            case '@' -> of(Token.AT, 1);
            case '`' -> of(Token.TEMPLATE, 1);
            case '/' -> of(Token.SLASH, second == '=' ? 2 : 1);
            case '>' -> of(Token.GREATER, 1);
            case '<' -> second == '=' ? of(Token.OPERATOR, 2) : of(Token.LESS, 1);
            case '.' -> second == '.' && third == '.' ? of(Token.ELLIPSIS, 3) : of(Token.DOT, 1);
            case '?' -> question(second, third);
            case '=' -> equal(second, third);
            case '!' -> second == '=' ? of(Token.OPERATOR, third == '=' ? 3 : 2) : of(Token.BANG, 1);
            case '+' -> sign(Token.PLUS, '+', second);
            case '-' -> sign(Token.MINUS, '-', second);
            case '*' -> second == '*' ? twice(third) : single(Token.STAR, second);
            case '%', '^' -> single(Token.OPERATOR, second);
            case '&' -> second == '&' ? twice(third) : single(Token.AMPERSAND, second);
            case '|' -> second == '|' ? twice(third) : single(Token.PIPE, second);
            default -> of(Token.OTHER, 1);
        };
    }

    private static int single(int token, int second) {
        return second == '=' ? of(Token.ASSIGN_OPERATOR, 2) : of(token, 1);
    }

    private static int twice(int third) {
        return third == '=' ? of(Token.ASSIGN_OPERATOR, 3) : of(Token.OPERATOR, 2);
    }

    private static int sign(int token, int itself, int second) {
        return second == itself ? of(Token.STEP, 2) : single(token, second);
    }

    private static int question(int second, int third) {
        if (second == '?') {
            return twice(third);
        }
        return second == '.' && !Bytes.isDigit(third) ? of(Token.OPTIONAL_DOT, 2) : of(Token.QUESTION, 1);
    }

    private static int equal(int second, int third) {
        if (second == '=') {
            return of(Token.OPERATOR, third == '=' ? 3 : 2);
        }
        return second == '>' ? of(Token.ARROW, 2) : of(Token.ASSIGN, 1);
    }

    /** Where the operator ends that begins with {@code <} or {@code >}, and whether it assigns; token and length. */
    static int comparison(byte[] source, int at) {
        int length = 1;
        while (length < 3 && Bytes.at(source, at + length) == source[at]) {
            length++;
        }
        if (source[at] == '<' && length == 3) {
            length = 2;
        }
        boolean equal = Bytes.at(source, at + length) == '=';
        return of(equal && length > 1 ? Token.ASSIGN_OPERATOR : Token.OPERATOR, length + (equal ? 1 : 0));
    }
}
