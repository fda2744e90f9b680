package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.Char;
import dev.bolt.search.regex.Regex.OneOf;
import dev.bolt.search.regex.Regex.Place;
import java.util.Map;
import java.util.Optional;

/** Reads what begins with a backslash, and single characters. */
final class AtomParser {
    private static final String INCOMPLETE = "incomplete escape sequence, reached end of pattern prematurely";
    private static final String NO_PROPERTY = "Unicode property not found";
    private static final Map<String, Place> WORD_PLACES = Map.of(
            "start", Place.WORD_START,
            "end", Place.WORD_END,
            "start-half", Place.WORD_START_HALF,
            "end-half", Place.WORD_END_HALF);

    private final Cursor in;
    private final Literals literals;

    AtomParser(Cursor in, Literals literals) {
        this.in = in;
        this.literals = literals;
    }

    /** The character, in either case if so flagged. */
    Regex literal(int codePoint, Flags flags) {
        literals.add(codePoint);
        if (!flags.ignoreCase()) {
            return new Char(codePoint);
        }
        CharacterSet either = new CharacterSet().add(codePoint);
        return new OneOf(flags.unicode() ? either.fold() : either.foldAscii());
    }

    /** What an escape outside a class means. */
    Regex regex(Flags flags) {
        Atom atom = escape(flags);
        return atom.place() != null
                ? atom.place()
                : atom.set() != null ? new OneOf(atom.set()) : literal(atom.codePoint(), flags);
    }

    /** An escape. */
    Atom escape(Flags flags) {
        int start = in.at();
        in.next();
        int c = in.next();
        if (c == Cursor.NOTHING) {
            throw in.bad(INCOMPLETE, in.since(start));
        }
        return switch (c) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                throw in.bad("backreferences are not supported", in.since(start));
            case 'x' -> code(start, 2, flags);
            case 'u' -> code(start, 4, flags);
            case 'U' -> code(start, 8, flags);
            case 'p', 'P' -> property(start, c == 'P', flags);
            case 'd', 'D', 's', 'S', 'w', 'W' -> perl(start, (char) c, flags);
            case 'a' -> Atom.character(in.since(start), 7);
            case 'f' -> Atom.character(in.since(start), '\f');
            case 'n' -> Atom.character(in.since(start), '\n');
            case 'r' -> Atom.character(in.since(start), '\r');
            case 't' -> Atom.character(in.since(start), '\t');
            case 'v' -> Atom.character(in.since(start), 0x0B);
            case 'A' -> {
                in.unsupported("\\A");
                yield Atom.place(in.since(start), Place.TEXT_END, false);
            }
            case 'z' -> Atom.place(in.since(start), Place.TEXT_END, false);
            case 'B' -> Atom.place(in.since(start), Place.NOT_WORD, !flags.unicode());
            case '<' -> Atom.place(in.since(start), Place.WORD_START, !flags.unicode());
            case '>' -> Atom.place(in.since(start), Place.WORD_END, !flags.unicode());
            case 'b' -> {
                Place place = wordPlace(start);
                yield Atom.place(in.since(start), place, !flags.unicode());
            }
            default -> {
                if (c >= 128 || Character.isLetterOrDigit(c)) {
                    throw in.bad("unrecognized escape sequence", in.since(start));
                }
                yield Atom.character(in.since(start), c);
            }
        };
    }

    private Atom perl(int start, char letter, Flags flags) {
        if (!flags.unicode() && Character.isUpperCase(letter)) {
            in.unsupported("a class of bytes");
        }
        return Atom.set(in.since(start), NamedSets.perl(letter, !flags.unicode()));
    }

    /** What stands after {@code \b}: a brace with a letter in it names the place. */
    private Place wordPlace(int start) {
        int brace = in.at();
        if (!in.take("{")) {
            return Place.WORD;
        }
        if (!in.more()) {
            throw in.bad(
                    "found either the beginning of a special word boundary or a bounded repetition on a \\b"
                            + " with an opening brace, but no closing brace",
                    in.since(start));
        }
        int inside = in.at();
        while (isLetterOrDash(in.peek())) {
            in.next();
        }
        Span name = in.since(inside);
        if (name.start() == name.end()) {
            in.reset(brace);
            return Place.WORD;
        }
        if (!in.take("}")) {
            throw in.bad(
                    "special word boundary assertion is either unclosed or contains an invalid character",
                    in.since(brace));
        }
        Place place = WORD_PLACES.get(in.text(name.start(), name.end()));
        if (place == null) {
            throw in.bad(
                    "unrecognized special word boundary assertion, valid choices are:"
                            + " start, end, start-half or end-half",
                    name);
        }
        return place;
    }

    private static boolean isLetterOrDash(int c) {
        return c == '-' || (c < 128 && Character.isLetter(c));
    }

    private Atom property(int start, boolean capital, Flags flags) {
        String name = propertyName();
        Span span = in.since(start);
        Optional<CharacterSet> known =
                NamedSets.unicode(name.replaceFirst("(?i)^(gc|general_category|sc|script)[=:]", ""));
        if (!flags.unicode()) {
            in.meansNothing("Unicode not allowed here", span);
        } else if (!name.matches("[\\w -]*\\w[\\w -]*|.*[^\\x00-\\x7F].*|.*[=:].*")) {
            in.meansNothing(NO_PROPERTY, span);
        } else if (known.isEmpty()) {
            in.unsupported("the property '" + name + "'");
        }
        CharacterSet set = known.orElseGet(CharacterSet::new);
        if (flags.ignoreCase()) {
            set.fold();
        }
        return Atom.set(span, capital ? set.negate() : set);
    }

    private String propertyName() {
        if (!in.take("{")) {
            if (!in.more()) {
                throw in.bad(INCOMPLETE, in.place());
            }
            if (in.peek() == '\\') {
                throw in.bad("invalid Unicode character class", in.here());
            }
            return Character.toString(in.next());
        }
        int inside = in.at();
        int end = in.find("}");
        if (end < 0) {
            while (in.more()) {
                in.next();
            }
            throw in.bad(INCOMPLETE, in.place());
        }
        in.reset(end + 1);
        return in.text(inside, end);
    }

    private Atom code(int start, int digits, Flags flags) {
        if (!in.more()) {
            throw in.bad(INCOMPLETE, in.place());
        }
        boolean braces = in.peek() == '{';
        int code = braces ? inBraces() : digits(digits);
        Span span = in.since(start);
        if (!flags.unicode() && code > 127) {
            in.unsupported("a byte that is no character");
        }
        return Atom.character(span, code);
    }

    private int inBraces() {
        int brace = in.at();
        in.next();
        int start = in.at();
        while (in.more() && in.peek() != '}') {
            digit();
        }
        Span digits = in.since(start);
        if (!in.take("}")) {
            throw in.bad(INCOMPLETE, in.since(brace));
        }
        if (digits.start() == digits.end()) {
            throw in.bad("hexadecimal literal empty", in.since(brace));
        }
        return codePoint(digits);
    }

    private int digits(int count) {
        int start = in.at();
        for (int i = 0; i < count; i++) {
            if (!in.more()) {
                throw in.bad(INCOMPLETE, in.place());
            }
            digit();
        }
        return codePoint(in.since(start));
    }

    private void digit() {
        if (in.peek() >= 128 || Character.digit(in.peek(), 16) < 0) {
            throw in.bad("invalid hexadecimal digit", in.here());
        }
        in.next();
    }

    private int codePoint(Span digits) {
        String hex = in.text(digits.start(), digits.end()).replaceFirst("^0+(?=.)", "");
        int code = hex.length() > 6 ? Character.MAX_CODE_POINT + 1 : Integer.parseInt(hex, 16);
        if (code > Character.MAX_CODE_POINT || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE)) {
            throw in.bad("hexadecimal literal is not a Unicode scalar value", digits);
        }
        return code;
    }
}
