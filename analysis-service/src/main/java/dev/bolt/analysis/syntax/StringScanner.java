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

    /** Bytes that mean only themselves in every literal. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int b = 0; b < PLAIN.length; b++) {
            PLAIN[b] = "'\"\\\n\r{".indexOf(b) < 0;
        }
    }

    private final byte[] source;
    private final int limit;

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
        return end(quote, prefix, DEAF, 0);
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
        while (at >= 0 && at < limit) {
            byte c = source[at];
            if (PLAIN[c & 0xff]) {
                at++;
            } else if (c == mark && (!triple || tripled(at, mark))) {
                return at + (triple ? 3 : 1);
            } else if (c == '\\') {
                at = afterBackslash(at, raw, formatted);
            } else if (Lexicon.isNewline(c) && !triple) {
                return UNTERMINATED;
            } else if (formatted && c == '{') {
                boolean escaped = at + 1 < limit && source[at + 1] == '{';
                at = escaped ? at + 2 : field(at + 1, raw, fields, depth + 1);
            } else {
                at++;
            }
        }
        return UNTERMINATED;
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
        return Lexicon.isNewline(next) ? Lexicon.afterNewline(source, at + 1, limit) : at + 2;
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
