package dev.bolt.analysis.script;

/**
 * The kinds of tokens. Words come first: names, those that are names save in some places, and those that are reserved.
 */
final class Token {
    static final int END = 0;

    static final int NAME = 1;
    static final int ABSTRACT = 2;
    static final int ACCESSOR = 3;
    static final int AS = 4;
    static final int ASSERTS = 5;
    static final int ASYNC = 6;
    static final int AWAIT = 7;
    static final int DECLARE = 8;
    static final int FROM = 9;
    static final int GET = 10;
    static final int GLOBAL = 11;
    static final int IMPLEMENTS = 12;
    static final int INFER = 13;
    static final int INTERFACE = 14;
    static final int IS = 15;
    static final int KEYOF = 16;
    static final int LET = 17;
    static final int MODULE = 18;
    static final int NAMESPACE = 19;
    static final int OF = 20;
    static final int OUT = 21;
    static final int OVERRIDE = 22;
    static final int PRIVATE = 23;
    static final int PROTECTED = 24;
    static final int PUBLIC = 25;
    static final int READONLY = 26;
    static final int REQUIRE = 27;
    static final int SATISFIES = 28;
    static final int SET = 29;
    static final int STATIC = 30;
    static final int TYPE = 31;
    static final int UNIQUE = 32;
    static final int USING = 33;
    static final int YIELD = 34;
    static final int ASSERT = 35;
    /** The first of the types without a definition, which are names elsewhere. */
    static final int ANY = 36;

    static final int BIGINT = 37;
    static final int BOOLEAN = 38;
    static final int NEVER = 39;
    static final int NUMBER_TYPE = 40;
    static final int OBJECT = 41;
    static final int STRING_TYPE = 42;
    static final int SYMBOL = 43;
    static final int UNDEFINED = 44;
    static final int UNKNOWN = 45;

    static final int BREAK = 50;
    static final int CASE = 51;
    static final int CATCH = 52;
    static final int CLASS = 53;
    static final int CONST = 54;
    static final int CONTINUE = 55;
    static final int DEBUGGER = 56;
    static final int DEFAULT = 57;
    static final int DELETE = 58;
    static final int DO = 59;
    static final int ELSE = 60;
    static final int ENUM = 61;
    static final int EXPORT = 62;
    static final int EXTENDS = 63;
    static final int FALSE = 64;
    static final int FINALLY = 65;
    static final int FOR = 66;
    static final int FUNCTION = 67;
    static final int IF = 68;
    static final int IMPORT = 69;
    static final int IN = 70;
    static final int INSTANCEOF = 71;
    static final int NEW = 72;
    static final int NULL = 73;
    static final int RETURN = 74;
    static final int SUPER = 75;
    static final int SWITCH = 76;
    static final int THIS = 77;
    static final int THROW = 78;
    static final int TRUE = 79;
    static final int TRY = 80;
    static final int TYPEOF = 81;
    static final int VAR = 82;
    static final int VOID = 83;
    static final int WHILE = 84;
    static final int WITH = 85;
    private static final int LAST_WORD = WITH;

    static final int PRIVATE_NAME = 90;
    static final int NUMBER = 91;
    static final int STRING = 92;
    static final int REGEX = 93;
    /** The quote that opens a template. */
    static final int TEMPLATE = 94;

    static final int LBRACE = 100;
    static final int RBRACE = 101;
    static final int LPAREN = 102;
    static final int RPAREN = 103;
    static final int LBRACKET = 104;
    static final int RBRACKET = 105;
    static final int SEMICOLON = 106;
    static final int COMMA = 107;
    static final int DOT = 108;
    static final int ELLIPSIS = 109;
    static final int OPTIONAL_DOT = 110;
    static final int QUESTION = 111;
    static final int COLON = 112;
    static final int ARROW = 113;
    /** One {@code <}, be it the first of an operator. */
    static final int LESS = 114;
    /** One {@code >}, be it the first of an operator. */
    static final int GREATER = 115;

    static final int PLUS = 116;
    static final int MINUS = 117;
    static final int STAR = 118;
    /** {@code /} or {@code /=}, or the start of a regular expression. */
    static final int SLASH = 119;
    /** {@code ++} or {@code --}. */
    static final int STEP = 120;

    static final int BANG = 121;
    static final int TILDE = 122;
    static final int ASSIGN = 123;
    static final int ASSIGN_OPERATOR = 124;
    static final int PIPE = 125;
    static final int AMPERSAND = 126;
    /** Any other operator with two operands. */
    static final int OPERATOR = 127;

    static final int AT = 128;
    static final int OTHER = 129;

    private Token() {}

    /** Whether it may be an identifier. */
    static boolean isName(int token) {
        return token >= NAME && token <= UNKNOWN;
    }

    /** Whether it may name a property: identifiers and reserved words. */
    static boolean isWord(int token) {
        return token >= NAME && token <= LAST_WORD;
    }

    /** Whether it is a type without a definition. */
    static boolean isBasicType(int token) {
        return token >= ANY && token <= UNKNOWN;
    }

    static boolean isOpening(int token) {
        return token == LBRACE || token == LPAREN || token == LBRACKET;
    }

    static boolean isClosing(int token) {
        return token == RBRACE || token == RPAREN || token == RBRACKET;
    }

    /** Whether it begins an expression wherever one may stand. */
    static boolean startsExpression(int token) {
        if (isName(token)) {
            return true;
        }
        return switch (token) {
            case CLASS,
                    DELETE,
                    FALSE,
                    FUNCTION,
                    IMPORT,
                    NEW,
                    NULL,
                    SUPER,
                    THIS,
                    TRUE,
                    TYPEOF,
                    VOID,
                    PRIVATE_NAME,
                    NUMBER,
                    STRING,
                    TEMPLATE,
                    LBRACE,
                    LPAREN,
                    LBRACKET,
                    LESS,
                    PLUS,
                    MINUS,
                    SLASH,
                    STEP,
                    BANG,
                    TILDE,
                    AT -> true;
            default -> false;
        };
    }

    /** Whether it begins a statement and nothing else: what is open before it, on a new line, has lost its end. */
    static boolean startsOnlyStatements(int token) {
        return switch (token) {
            case BREAK,
                    CLASS,
                    CONST,
                    CONTINUE,
                    DO,
                    EXPORT,
                    FOR,
                    FUNCTION,
                    IF,
                    IMPORT,
                    RETURN,
                    SWITCH,
                    THROW,
                    TRY,
                    VAR,
                    WHILE -> true;
            default -> false;
        };
    }
}
