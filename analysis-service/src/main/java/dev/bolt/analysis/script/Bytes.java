package dev.bolt.analysis.script;

/** What bytes of a source in UTF-8 are. */
final class Bytes {
    private static final boolean[] WORD = new boolean[256];

    static {
        for (int i = 0; i < WORD.length; i++) {
            WORD[i] = i >= 'a' && i <= 'z' || i >= 'A' && i <= 'Z' || i >= '0' && i <= '9' || i == '_' || i == '$';
        }
    }

    private Bytes() {}

    /** Whether it is of ASCII and may stand in a name. */
    static boolean isWord(int each) {
        return WORD[each & 0xff];
    }

    static boolean isDigit(int each) {
        return each >= '0' && each <= '9';
    }

    /**
     * How many bytes white space beyond ASCII has here; 0 if there is none. Those of U+FEFF, of Unicode's category Zs,
     * and of the line and paragraph separators.
     */
    static int spaceLength(byte[] source, int at) {
        int first = source[at] & 0xff;
        if (first == 0xC2) {
            return at(source, at + 1) == 0xA0 ? 2 : 0;
        }
        int second = at(source, at + 1);
        int third = at(source, at + 2);
        boolean space = switch (first) {
            case 0xE1 -> second == 0x9A && third == 0x80;
            case 0xE2 ->
                second == 0x80 && (third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF)
                        || second == 0x81 && third == 0x9F;
            case 0xE3 -> second == 0x80 && third == 0x80;
            case 0xEF -> second == 0xBB && third == 0xBF;
            default -> false;
        };
        return space ? 3 : 0;
    }

    /** Whether U+2028 or U+2029 stands here. */
    static boolean isSeparator(byte[] source, int at) {
        return at(source, at) == 0xE2
                && at(source, at + 1) == 0x80
                && (at(source, at + 2) == 0xA8 || at(source, at + 2) == 0xA9);
    }

    /** 0 beyond the end. */
    static int at(byte[] source, int at) {
        return at < source.length ? source[at] & 0xff : 0;
    }
}
