package dev.bolt.analysis.script;

/** Where a number ends. */
final class Numbers {
    private Numbers() {}

    /** Behind one that begins here. */
    static int behind(byte[] source, int start) {
        int second = Bytes.at(source, start + 1) | 0x20;
        if (source[start] == '0' && (second == 'x' || second == 'o' || second == 'b')) {
            return behindWord(source, start + 2);
        }
        int at = behindDigits(source, start);
        if (Bytes.at(source, at) == '.') {
            at = behindDigits(source, at + 1);
        }
        int sign = Bytes.at(source, at + 1);
        if ((Bytes.at(source, at) | 0x20) == 'e' && (Bytes.isDigit(sign) || sign == '+' || sign == '-')) {
            at = behindDigits(source, at + 2);
        }
        return behindWord(source, at);
    }

    private static int behindDigits(byte[] source, int from) {
        int at = from;
        while (at < source.length && (Bytes.isDigit(source[at]) || source[at] == '_')) {
            at++;
        }
        return at;
    }

    /** A suffix belongs to it, be it a wrong one. */
    private static int behindWord(byte[] source, int from) {
        int at = from;
        while (at < source.length && Bytes.isWord(source[at])) {
            at++;
        }
        return at;
    }
}
