package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/**
 * Finds the end of string literals, f-strings and t-strings with nested quotes included (PEP 701), and tells a listener
 * where their replacement fields are. One pass; nesting is limited to {@value #DEPTH}.
 */
final class StringScanner {
    /** Hears of each replacement field, those in format specs included. */
    interface Fields {
        /** The expression lies between these offsets; it may be blank. */
        void field(int start, int end);
    }

    static final int UNTERMINATED = -1;
    private static final int DEPTH = 100;
    private static final Fields DEAF = (start, end) -> {};

    private static final long BACKSLASHES = Eight.times('\\');
    private static final long FEEDS = Eight.times('\n');
    private static final long RETURNS = Eight.times('\r');
    private static final long BRACES = Eight.times('{');

    private final byte[] source;
    private final int limit;
    private int lines;
    private int blankLines;

    StringScanner(byte[] source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Whether these letters, in front of a quote, make a string prefix. */
    static boolean isPrefix(String letters) {
        return switch (letters.toLowerCase(Locale.ROOT)) {
            case "", "r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt" -> true;
            default -> false;
        };
    }

    /** Whether these letters make an f-string or t-string. */
    static boolean isFormatted(String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if ("fFtT".indexOf(prefix.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The end of the literal whose prefix and quote are here; {@link #UNTERMINATED} if it has none. */
    int end(int quote, String prefix) {
        lines = 0;
        blankLines = 0;
        int end = end(quote, prefix, DEAF, 0);
        if (end != UNTERMINATED && isFormatted(prefix)) {
            countLines(quote, end);
        }
        return end;
    }

    /** Counts the lines between these places. */
    void countLines(int start, int end) {
        lines = 0;
        blankLines = 0;
        int at = start;
        while (at < end) {
            at = Lexicon.isNewline(source[at]) ? afterNewline(at) : at + 1;
        }
    }

    /** How many ends of lines were counted, or are in the literal that {@link #end} found. */
    int lines() {
        return lines;
    }

    /** How many lines after them have nothing on them. */
    int blankLines() {
        return blankLines;
    }

    /** Tells the fields of the f-string or t-string, outermost only: those inside a field are told by its own parse. */
    void fields(int quote, String prefix, Fields fields) {
        end(quote, prefix, fields, 0);
    }

    private int end(int quote, String prefix, Fields fields, int depth) {
        if (depth > DEPTH) {
            return UNTERMINATED;
        }
        boolean raw = prefix.indexOf('r') >= 0 || prefix.indexOf('R') >= 0;
        boolean formatted = isFormatted(prefix);
        byte mark = source[quote];
        boolean triple = quote + 2 < limit && source[quote + 1] == mark && source[quote + 2] == mark;
        byte[] source = this.source;
        int limit = this.limit;
        int at = quote + (triple ? 3 : 1);
        long marks = Eight.times(mark);
        long braces = formatted ? BRACES : marks;
        while (at >= 0 && at < limit) {
            if (at <= limit - Eight.BYTES) {
                long eight = Eight.at(source, at);
                long special = Eight.marks(eight, marks)
                        | Eight.marks(eight, BACKSLASHES)
                        | Eight.marks(eight, FEEDS)
                        | Eight.marks(eight, RETURNS)
                        | Eight.marks(eight, braces);
                if (special == 0) {
                    at += Eight.BYTES;
                    continue;
                }
                at += Eight.before(special);
            }
            byte c = source[at];
            if (c == mark && (!triple || tripled(at, mark))) {
                return at + (triple ? 3 : 1);
            } else if (c == '\\') {
                at = afterBackslash(at, raw, formatted);
            } else if (Lexicon.isNewline(c)) {
                if (!triple) {
                    return UNTERMINATED;
                }
                at = afterNewline(at);
            } else if (formatted && c == '{') {
                boolean escaped = at + 1 < limit && source[at + 1] == '{';
                at = escaped ? at + 2 : field(at + 1, raw, fields, depth + 1);
            } else {
                at++;
            }
        }
        return UNTERMINATED;
    }

    private int afterNewline(int at) {
        int next = Lexicon.afterNewline(source, at, limit);
        lines++;
        if (Lexicon.isBlankLine(source, next, limit)) {
            blankLines++;
        }
        return next;
    }

    private boolean tripled(int at, byte mark) {
        return at + 2 < limit && source[at + 1] == mark && source[at + 2] == mark;
    }

    private int afterBackslash(int at, boolean raw, boolean formatted) {
        if (at + 1 >= limit) {
            return UNTERMINATED;
        }
        byte next = source[at + 1];
        if (formatted && (next == '{' || next == '}')) {
            return at + 1;
        }
        if (formatted && !raw && next == 'N' && at + 2 < limit && source[at + 2] == '{') {
            int close = at;
            while (close < limit && source[close] != '}') {
                close++;
            }
            return close >= limit ? UNTERMINATED : close + 1;
        }
        return Lexicon.isNewline(next) ? afterNewline(at + 1) : at + 2;
    }

    /** From after the opening brace to after the closing one. */
    private int field(int start, boolean raw, Fields fields, int depth) {
        int at = start;
        int open = 0;
        int code = start;
        while (at < limit) {
            byte c = source[at];
            boolean silent = c == '#' || Lexicon.isWhitespace(c);
            switch (c) {
                case '\'', '"' -> at = end(at, prefixBefore(at, start), DEAF, depth);
                case '#' -> at = Lexicon.lineEnd(source, at, limit);
                case '(', '[', '{' -> {
                    open++;
                    at++;
                }
                case ')', ']' -> {
                    open--;
                    at++;
                }
                case '}' -> {
                    if (open <= 0) {
                        fields.field(start, withoutDebugSign(start, code, at));
                        return at + 1;
                    }
                    open--;
                    at++;
                }
                case '!' -> {
                    if (open <= 0 && at + 1 < limit && source[at + 1] != '=') {
                        fields.field(start, withoutDebugSign(start, code, at));
                        return afterConversion(at + 1, raw, fields, depth);
                    }
                    at += 2;
                }
                case ':' -> {
                    if (open <= 0) {
                        fields.field(start, withoutDebugSign(start, code, at));
                        return spec(at + 1, raw, fields, depth);
                    }
                    at++;
                }
                default -> at++;
            }
            if (at < 0) {
                return UNTERMINATED;
            }
            code = silent ? code : at;
        }
        return UNTERMINATED;
    }

    private int afterConversion(int at, boolean raw, Fields fields, int depth) {
        int next = at;
        while (next < limit && source[next] != '}' && source[next] != ':') {
            next++;
        }
        if (next >= limit) {
            return UNTERMINATED;
        }
        return source[next] == '}' ? next + 1 : spec(next + 1, raw, fields, depth);
    }

    /** From after the colon to after the closing brace; fields may nest in it. */
    private int spec(int start, boolean raw, Fields fields, int depth) {
        int at = start;
        while (at >= 0 && at < limit && depth <= DEPTH) {
            byte c = source[at];
            if (c == '}') {
                return at + 1;
            } else if (c == '{') {
                at = field(at + 1, raw, fields, depth + 1);
            } else if (c == '\\') {
                at = afterBackslash(at, raw, true);
            } else {
                at++;
            }
        }
        return UNTERMINATED;
    }

    /** {@code x=} of {@code f"{x=}"} without its sign; blanks and comments after {@code code} do not count. */
    private int withoutDebugSign(int start, int code, int end) {
        boolean sign = code - 1 > start && source[code - 1] == '=' && "=!<>".indexOf(source[code - 2]) < 0;
        return sign ? code - 1 : end;
    }

    private String prefixBefore(int quote, int from) {
        int at = quote;
        while (at > from && Lexicon.mayContinueName(source[at - 1])) {
            at--;
        }
        String letters = new String(source, at, quote - at, ISO_8859_1);
        return isPrefix(letters) ? letters : "";
    }
}
