package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashMap;
import java.util.Map;

/**
 * What a token is, as a small number: a parser asks this several times a token. Layout and the end come first, then
 * {@link #ERROR} (something that is not Python; its text says what), names (soft keywords included), literals,
 * operators and hard keywords.
 */
final class Token {
    static final int END = 0;
    static final int NEWLINE = 1;
    static final int INDENT = 2;
    static final int DEDENT = 3;
    static final int ERROR = 4;
    static final int NAME = 5;
    static final int NUMBER = 6;
    static final int STRING = 7;

    static final int LEFT_PAREN = 8;
    static final int RIGHT_PAREN = 9;
    static final int LEFT_BRACKET = 10;
    static final int RIGHT_BRACKET = 11;
    static final int LEFT_BRACE = 12;
    static final int RIGHT_BRACE = 13;
    static final int COLON = 14;
    static final int COMMA = 15;
    static final int SEMICOLON = 16;
    static final int DOT = 17;
    static final int ELLIPSIS = 18;
    static final int AT = 19;
    static final int EQUAL = 20;
    static final int ARROW = 21;
    static final int WALRUS = 22;
    static final int STAR = 23;
    static final int DOUBLE_STAR = 24;
    static final int SLASH = 25;
    static final int DOUBLE_SLASH = 26;
    static final int PERCENT = 27;
    static final int PLUS = 28;
    static final int MINUS = 29;
    static final int TILDE = 30;
    static final int AMPERSAND = 31;
    static final int BAR = 32;
    static final int CARET = 33;
    static final int LEFT_SHIFT = 34;
    static final int RIGHT_SHIFT = 35;
    static final int LESS = 36;
    static final int GREATER = 37;
    static final int EQUALS = 38;
    static final int NOT_EQUAL = 39;
    static final int LESS_EQUAL = 40;
    static final int GREATER_EQUAL = 41;
    static final int PLUS_EQUAL = 42;
    static final int MINUS_EQUAL = 43;
    static final int STAR_EQUAL = 44;
    static final int SLASH_EQUAL = 45;
    static final int DOUBLE_SLASH_EQUAL = 46;
    static final int PERCENT_EQUAL = 47;
    static final int AT_EQUAL = 48;
    static final int AMPERSAND_EQUAL = 49;
    static final int BAR_EQUAL = 50;
    static final int CARET_EQUAL = 51;
    static final int RIGHT_SHIFT_EQUAL = 52;
    static final int LEFT_SHIFT_EQUAL = 53;
    static final int DOUBLE_STAR_EQUAL = 54;

    static final int FALSE = 55;
    static final int NONE = 56;
    static final int TRUE = 57;
    static final int AND = 58;
    static final int AS = 59;
    static final int ASSERT = 60;
    static final int ASYNC = 61;
    static final int AWAIT = 62;
    static final int BREAK = 63;
    static final int CLASS = 64;
    static final int CONTINUE = 65;
    static final int DEF = 66;
    static final int DEL = 67;
    static final int ELIF = 68;
    static final int ELSE = 69;
    static final int EXCEPT = 70;
    static final int FINALLY = 71;
    static final int FOR = 72;
    static final int FROM = 73;
    static final int GLOBAL = 74;
    static final int IF = 75;
    static final int IMPORT = 76;
    static final int IN = 77;
    static final int IS = 78;
    static final int LAMBDA = 79;
    static final int NONLOCAL = 80;
    static final int NOT = 81;
    static final int OR = 82;
    static final int PASS = 83;
    static final int RAISE = 84;
    static final int RETURN = 85;
    static final int TRY = 86;
    static final int WHILE = 87;
    static final int WITH = 88;
    static final int YIELD = 89;

    private static final String[] TEXTS =
            ("( ) [ ] { } : , ; . ... @ = -> := * ** / // % + - ~ & | ^ << >> < > == != <= >= "
                            + "+= -= *= /= //= %= @= &= |= ^= >>= <<= **= "
                            + "False None True and as assert async await break class continue def del elif else except finally for "
                            + "from global if import in is lambda nonlocal not or pass raise return try while with yield")
                    .split(" ");
    private static final Map<String, Integer> KEYWORDS = new HashMap<>();
    private static final int SLOTS = 256;
    private static final byte[] BY_WORD = new byte[SLOTS];
    private static final long[] WORDS = new long[YIELD - FALSE + 1];
    private static final byte[] LENGTHS = new byte[TEXTS.length];

    static {
        for (int i = 0; i < TEXTS.length; i++) {
            LENGTHS[i] = (byte) TEXTS[i].length();
        }
        for (int kind = FALSE; kind <= YIELD; kind++) {
            KEYWORDS.put(text(kind), kind);
            byte[] word = text(kind).getBytes(US_ASCII);
            WORDS[kind - FALSE] = Eight.between(word, 0, word.length);
            int slot = slot(WORDS[kind - FALSE]);
            while (BY_WORD[slot] != 0) {
                slot = slot + 1 & SLOTS - 1;
            }
            BY_WORD[slot] = (byte) kind;
        }
    }

    private Token() {}

    /** How many letters an operator or keyword has. */
    static int length(int kind) {
        return LENGTHS[kind - LEFT_PAREN];
    }

    /** How an operator or keyword is written. */
    static String text(int kind) {
        return TEXTS[kind - LEFT_PAREN];
    }

    static boolean isKeyword(int kind) {
        return kind >= FALSE;
    }

    /** The keyword that this word is; else {@link #NAME}. */
    static int ofWord(String word) {
        return KEYWORDS.getOrDefault(word, NAME);
    }

    /**
     * The keyword with these bytes; else {@link #NAME}.
     *
     * @param word as {@link Eight} has it
     */
    static int ofWord(long word) {
        for (int slot = slot(word); BY_WORD[slot] != 0; slot = slot + 1 & SLOTS - 1) {
            int kind = BY_WORD[slot];
            if (WORDS[kind - FALSE] == word) {
                return kind;
            }
        }
        return NAME;
    }

    private static int slot(long word) {
        return (int) (word * 0x9E3779B97F4A7C15L >>> Integer.SIZE) & SLOTS - 1;
    }

    /** Whether it stands for more than where a line or a block ends. */
    static boolean isWritten(int kind) {
        return kind >= ERROR;
    }

    static boolean isAugmentedAssignment(int kind) {
        return kind >= PLUS_EQUAL && kind <= DOUBLE_STAR_EQUAL;
    }

    /** Whether an expression may begin with it. */
    static boolean startsExpression(int kind) {
        return switch (kind) {
            case NAME,
                    NUMBER,
                    STRING,
                    ERROR,
                    LEFT_PAREN,
                    LEFT_BRACKET,
                    LEFT_BRACE,
                    MINUS,
                    PLUS,
                    TILDE,
                    STAR,
                    ELLIPSIS,
                    NONE,
                    TRUE,
                    FALSE,
                    NOT,
                    LAMBDA,
                    AWAIT,
                    YIELD -> true;
            default -> false;
        };
    }
}
