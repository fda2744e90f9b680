package dev.bolt.analysis.syntax;

/** What a token is. */
enum TokenKind {
    /** An identifier, soft keywords included. */
    NAME,
    /** A hard keyword. */
    KEYWORD,
    /** A number. */
    NUMBER,
    /** A string literal of any prefix, with its prefix and quotes. */
    STRING,
    /** An operator or delimiter. */
    OPERATOR,
    /** The end of a logical line. */
    NEWLINE,
    /** One level deeper. */
    INDENT,
    /** One level back. */
    DEDENT,
    /** Something that is not Python; its text says what. */
    ERROR,
    /** The end of the source. */
    END
}
