package dev.bolt.analysis.syntax;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;

/** The words and signs of Python: hard keywords, operators, identifier characters. */
final class Lexicon {
    static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** Keywords that begin a statement and can stand nowhere inside brackets. */
    static final Set<String> STATEMENT_STARTS = Set.of(
            "assert",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "except",
            "finally",
            "global",
            "import",
            "nonlocal",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with");

    private static final boolean[] STARTS = new boolean[128];
    private static final boolean[] CONTINUES = new boolean[128];
    private static final String[][] OPERATORS = new String[128][];

    static {
        for (char c = 0; c < 128; c++) {
            STARTS[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            CONTINUES[c] = STARTS[c] || isDigit(c);
        }
        for (String sign : ("**= //= >>= <<= ... ** // >> << <= >= == != -> += -= *= /= %= &= |= ^= @= := "
                        + "+ - * / % @ & | ^ ~ < > ( ) [ ] { } , : . ; =")
                .split(" ")) {
            char first = sign.charAt(0);
            String[] known = OPERATORS[first] == null ? new String[0] : OPERATORS[first];
            String[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = sign;
            OPERATORS[first] = more;
        }
    }

    private Lexicon() {}

    /** The longest operator at this place; empty if there is none. */
    static String operator(String source, int at, int end) {
        char first = source.charAt(at);
        if (first >= 128 || OPERATORS[first] == null) {
            return "";
        }
        String shortest = OPERATORS[first][OPERATORS[first].length - 1];
        if (shortest.length() == 1 && (at + 1 >= end || "=*/<>.".indexOf(source.charAt(at + 1)) < 0)) {
            return shortest;
        }
        for (String sign : OPERATORS[first]) {
            if (sign.length() == 1 || at + sign.length() <= end && source.startsWith(sign, at)) {
                return sign;
            }
        }
        return "";
    }

    static boolean startsName(int c) {
        return c < 128 ? STARTS[c] : Character.isUnicodeIdentifierStart(c) || Character.isLetter(c);
    }

    static boolean continuesName(int c) {
        return c < 128
                ? CONTINUES[c]
                : startsName(c) || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    /** The end of the name that begins at this place; the place itself if none does. */
    static int nameEnd(String source, int at, int end) {
        int i = at;
        if (i < end && source.charAt(i) < 128 && !STARTS[source.charAt(i)]) {
            return at;
        }
        while (i < end && source.charAt(i) < 128 && CONTINUES[source.charAt(i)]) {
            i++;
        }
        while (i < end && (i == at || source.charAt(i) >= 128 || CONTINUES[source.charAt(i)])) {
            int c = source.codePointAt(i);
            if (i == at ? !startsName(c) : !continuesName(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** The name as Python compares it: in NFKC (PEP 3131). */
    static String normalized(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return Normalizer.normalize(name, Normalizer.Form.NFKC);
            }
        }
        return name;
    }

    /** The place after the newline at this place, {@code \r\n} being one. */
    static int afterNewline(String source, int at, int end) {
        return source.charAt(at) == '\r' && at + 1 < end && source.charAt(at + 1) == '\n' ? at + 2 : at + 1;
    }
}
