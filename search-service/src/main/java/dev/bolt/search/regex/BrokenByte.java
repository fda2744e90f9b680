package dev.bolt.search.regex;

import java.util.regex.Pattern;

/**
 * How a byte that is no UTF-8 stands in a text that is matched: as a lone surrogate, which nothing else in it is. Some
 * are stray: they could go on a character, and Rust, when it looks back, decodes from up to four bytes before and takes
 * what it finds there for the character before the place (regex-automata 0.4, {@code utf8::decode_last}).
 */
public final class BrokenByte {
    static final String ALONE = "[\\x{d800}-\\x{d87f}]";
    static final String AFTER_WORD = "[\\x{d880}-\\x{d8ff}]";
    static final String ANY = "[\\x{d800}-\\x{d97f}]";

    private static final char FIRST = '\uD800';
    private static final int KIND = 0x80;
    private static final Pattern WORD = Pattern.compile("\\w", Pattern.UNICODE_CHARACTER_CLASS);

    private BrokenByte() {}

    /** A byte behind which nothing is seen. */
    public static char alone(byte b) {
        return (char) (FIRST + (b & 0x7F));
    }

    /** A byte behind which this character is seen. */
    public static char stray(byte b, int codePoint) {
        boolean word = WORD.matcher(Character.toString(codePoint)).matches();
        return (char) (FIRST + (word ? KIND : 2 * KIND) + (b & 0x7F));
    }
}
