package dev.bolt.analysis.syntax;

import java.util.function.IntPredicate;

/** Finds the end of number literals, after Python Language Reference 3.14, §2.6. */
final class Numbers {
    private Numbers() {}

    /** The end of the number that begins at this place with a digit, or a dot before a digit. */
    static int end(byte[] source, int at, int end) {
        if (source[at] == '0' && at + 1 < end) {
            IntPredicate digits = switch (source[at + 1]) {
                case 'x', 'X' -> c -> Character.digit(c, 16) >= 0 && c < 128;
                case 'o', 'O' -> c -> c >= '0' && c <= '7';
                case 'b', 'B' -> c -> c == '0' || c == '1';
                default -> null;
            };
            if (digits != null) {
                return digits(source, at + 2, end, digits);
            }
        }
        int i = digits(source, at, end, Lexicon::isDigit);
        if (i < end && source[i] == '.') {
            i = digits(source, i + 1, end, Lexicon::isDigit);
        }
        i = exponent(source, i, end);
        return i < end && (source[i] == 'j' || source[i] == 'J') ? i + 1 : i;
    }

    private static int exponent(byte[] source, int at, int end) {
        if (at >= end || source[at] != 'e' && source[at] != 'E') {
            return at;
        }
        int i = at + 1;
        if (i < end && (source[i] == '+' || source[i] == '-')) {
            i++;
        }
        return i < end && Lexicon.isDigit(source[i]) ? digits(source, i, end, Lexicon::isDigit) : at;
    }

    private static int digits(byte[] source, int at, int end, IntPredicate digit) {
        int i = at;
        while (i < end && (digit.test(source[i]) || source[i] == '_' && i + 1 < end && digit.test(source[i + 1]))) {
            i++;
        }
        return i;
    }
}
