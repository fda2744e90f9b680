package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Set;

/** The words and signs of Python: operators, identifier characters, ends of lines. Sources are UTF-8. */
final class Lexicon {
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

    static final int OTHER = 0;
    static final int BLANK = 1;
    static final int NEWLINE = 2;
    static final int LETTER = 3;
    static final int DIGIT = 4;
    static final int QUOTE = 5;
    static final int COMMENT = 6;
    static final int BACKSLASH = 7;
    static final int COMMA = 8;
    static final int OPENS = 9;
    static final int CLOSES = 10;

    private static final byte[] CLASSES = new byte[256];
    private static final boolean[] CONTINUES = new boolean[256];
    private static final byte[] SIGNS = new byte[128];

    static {
        for (int b = 0; b < 256; b++) {
            boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_';
            CONTINUES[b] = letter || isDigit(b) || b >= 128;
            CLASSES[b] = (byte) (letter || b >= 128 ? LETTER : isDigit(b) ? DIGIT : OTHER);
        }
        CLASSES[' '] = BLANK;
        CLASSES['\t'] = BLANK;
        CLASSES['\f'] = BLANK;
        CLASSES['\n'] = NEWLINE;
        CLASSES['\r'] = NEWLINE;
        CLASSES['"'] = QUOTE;
        CLASSES['\''] = QUOTE;
        CLASSES['#'] = COMMENT;
        CLASSES['\\'] = BACKSLASH;
        for (int kind = Token.LEFT_PAREN; kind <= Token.COMMA; kind++) {
            if (kind != Token.COLON) {
                char sign = Token.text(kind).charAt(0);
                SIGNS[sign] = (byte) kind;
                boolean opens = kind == Token.LEFT_PAREN || kind == Token.LEFT_BRACKET || kind == Token.LEFT_BRACE;
                CLASSES[sign] = (byte) (kind == Token.COMMA ? COMMA : opens ? OPENS : CLOSES);
            }
        }
    }

    private static final long FEEDS = Eight.times('\n');
    private static final long RETURNS = Eight.times('\r');

    private Lexicon() {}

    /** What may begin with this byte: a name with any that is not ASCII, until {@link #nameEnd} looks closer. */
    static int classOf(byte b) {
        return CLASSES[b & 0xff];
    }

    /** The comma or bracket that this byte is. */
    static int sign(byte b) {
        return SIGNS[b];
    }

    /** The operator at this place, which is no comma or bracket; {@link Token#ERROR} if there is none. */
    static int operator(byte[] source, int at, int end) {
        byte next = at + 1 < end ? source[at + 1] : 0;
        byte third = at + 2 < end ? source[at + 2] : 0;
        boolean equal = next == '=';
        return switch (source[at]) {
            case ';' -> Token.SEMICOLON;
            case '~' -> Token.TILDE;
            case '.' -> next == '.' && third == '.' ? Token.ELLIPSIS : Token.DOT;
            case ':' -> equal ? Token.WALRUS : Token.COLON;
            case '=' -> equal ? Token.EQUALS : Token.EQUAL;
            case '+' -> equal ? Token.PLUS_EQUAL : Token.PLUS;
            case '-' -> equal ? Token.MINUS_EQUAL : next == '>' ? Token.ARROW : Token.MINUS;
            case '%' -> equal ? Token.PERCENT_EQUAL : Token.PERCENT;
            case '@' -> equal ? Token.AT_EQUAL : Token.AT;
            case '&' -> equal ? Token.AMPERSAND_EQUAL : Token.AMPERSAND;
            case '|' -> equal ? Token.BAR_EQUAL : Token.BAR;
            case '^' -> equal ? Token.CARET_EQUAL : Token.CARET;
            case '!' -> equal ? Token.NOT_EQUAL : Token.ERROR;
            case '*' ->
                next != '*'
                        ? equal ? Token.STAR_EQUAL : Token.STAR
                        : third == '=' ? Token.DOUBLE_STAR_EQUAL : Token.DOUBLE_STAR;
            case '/' ->
                next != '/'
                        ? equal ? Token.SLASH_EQUAL : Token.SLASH
                        : third == '=' ? Token.DOUBLE_SLASH_EQUAL : Token.DOUBLE_SLASH;
            case '<' ->
                next != '<'
                        ? equal ? Token.LESS_EQUAL : Token.LESS
                        : third == '=' ? Token.LEFT_SHIFT_EQUAL : Token.LEFT_SHIFT;
            case '>' ->
                next != '>'
                        ? equal ? Token.GREATER_EQUAL : Token.GREATER
                        : third == '=' ? Token.RIGHT_SHIFT_EQUAL : Token.RIGHT_SHIFT;
            default -> Token.ERROR;
        };
    }

    private static boolean startsName(int c) {
        return c < 128 ? CLASSES[c] == LETTER : Character.isUnicodeIdentifierStart(c) || Character.isLetter(c);
    }

    private static boolean continuesName(int c) {
        return c < 128
                ? CONTINUES[c]
                : startsName(c) || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    /** Whether a name may go on with this byte; those that are not ASCII may. */
    static boolean mayContinueName(byte b) {
        return CONTINUES[b & 0xff];
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNewline(byte b) {
        return b == '\n' || b == '\r';
    }

    /** As {@link Character#isWhitespace(char)}; ASCII only: others are looked at as letters. */
    static boolean isWhitespace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r' || b >= 0x1c && b <= 0x1f;
    }

    /** The first byte from here that is no letter, digit or underscore of ASCII. */
    static int plainNameEnd(byte[] source, int at, int end) {
        int next = at;
        while (next <= end - Eight.BYTES) {
            long marks = Eight.notName(Eight.at(source, next));
            if (marks != 0) {
                return next + Eight.before(marks);
            }
            next += Eight.BYTES;
        }
        while (next < end && source[next] >= 0 && mayContinueName(source[next])) {
            next++;
        }
        return next;
    }

    /** The end of the name that begins at this place; the place itself if none does. */
    static int nameEnd(byte[] source, int at, int end) {
        int i = at;
        if (i < end && source[i] >= 0 && CLASSES[source[i]] != LETTER) {
            return at;
        }
        while (i < end && source[i] >= 0 && CONTINUES[source[i]]) {
            i++;
        }
        while (i < end && CONTINUES[source[i] & 0xff]) {
            int c = codePoint(source, i);
            if (i == at ? !startsName(c) : !continuesName(c)) {
                break;
            }
            i += width(source[i]);
        }
        return i;
    }

    /** The letter at this place of a text that is UTF-8. */
    static int codePoint(byte[] source, int at) {
        int first = source[at];
        return switch (width(source[at])) {
            case 1 -> first;
            case 2 -> (first & 0x1f) << 6 | source[at + 1] & 0x3f;
            case 3 -> (first & 0x0f) << 12 | (source[at + 1] & 0x3f) << 6 | source[at + 2] & 0x3f;
            default ->
                (first & 0x07) << 18
                        | (source[at + 1] & 0x3f) << 12
                        | (source[at + 2] & 0x3f) << 6
                        | source[at + 3] & 0x3f;
        };
    }

    /** How many bytes the letter has that begins with this one. */
    static int width(byte first) {
        return first >= 0 ? 1 : (first & 0xe0) == 0xc0 ? 2 : (first & 0xf0) == 0xe0 ? 3 : 4;
    }

    /** The name as Python compares it: in NFKC (PEP 3131). */
    static String normalized(byte[] source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (source[i] < 0) {
                return Normalizer.normalize(new String(source, start, end - start, UTF_8), Normalizer.Form.NFKC);
            }
        }
        return new String(source, start, end - start, ISO_8859_1);
    }

    /** The place after the newline at this place, {@code \r\n} being one. */
    static int afterNewline(byte[] source, int at, int end) {
        return source[at] == '\r' && at + 1 < end && source[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /** The first byte from here that is no blank, or one of the last seven. */
    static int blanksEnd(byte[] source, int at, int end) {
        int next = at;
        while (next <= end - Eight.BYTES) {
            long marks = Eight.notBlank(Eight.at(source, next));
            if (marks != 0) {
                return next + Eight.before(marks);
            }
            next += Eight.BYTES;
        }
        return next;
    }

    /** Whether the line that begins here has an end, and nothing before it. */
    static boolean isBlankLine(byte[] source, int at, int end) {
        int next = blanksEnd(source, at, end);
        while (next < end && isWhitespace(source[next])) {
            if (isNewline(source[next])) {
                return true;
            }
            next++;
        }
        return false;
    }

    /** The end of the line that this place is on. */
    static int lineEnd(byte[] source, int at, int end) {
        int next = at;
        while (next <= end - Eight.BYTES) {
            long eight = Eight.at(source, next);
            long marks = Eight.marks(eight, FEEDS) | Eight.marks(eight, RETURNS);
            if (marks != 0) {
                return next + Eight.before(marks);
            }
            next += Eight.BYTES;
        }
        while (next < end && !isNewline(source[next])) {
            next++;
        }
        return next;
    }
}
