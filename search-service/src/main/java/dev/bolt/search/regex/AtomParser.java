package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.Char;
import dev.bolt.search.regex.Regex.Look;
import dev.bolt.search.regex.Regex.OneOf;
import dev.bolt.search.regex.Regex.Place;
import java.util.Map;

/** Reads what begins with a backslash, and single characters. */
final class AtomParser {
    private static final Map<String, Place> WORD_PLACES = Map.of(
            "{start}", Place.WORD_START,
            "{end}", Place.WORD_END,
            "{start-half}", Place.WORD_START_HALF,
            "{end-half}", Place.WORD_END_HALF);

    private final Cursor in;
    private final Literals literals;

    AtomParser(Cursor in, Literals literals) {
        this.in = in;
        this.literals = literals;
    }

    /** The character, in either case if so flagged. */
    Regex literal(int codePoint, Flags flags) {
        literals.add(codePoint);
        if (codePoint == '\n' && !flags.acrossLines()) {
            throw Refusal.bad(in.pattern(), "a line end cannot be found in a search by lines (use multiline)");
        }
        if (!flags.ignoreCase()) {
            return new Char(codePoint);
        }
        CharacterSet either = new CharacterSet().add(codePoint);
        return new OneOf(flags.unicode() ? either.fold() : either.foldAscii());
    }

    /** An escape outside a class. */
    Regex escape(Flags flags) {
        if (in.peekSecond() == 'b' || in.peekSecond() == 'B') {
            return wordPlace(flags);
        }
        if (in.take("\\<") || in.take("\\>")) {
            Place place = in.pattern().charAt(in.mark() - 1) == '<' ? Place.WORD_START : Place.WORD_END;
            return new Look(place, !flags.unicode());
        }
        if (in.take("\\z")) {
            return new Look(Place.TEXT_END, false);
        }
        if (in.looksAt("\\A")) {
            throw Refusal.unsupported(in.pattern(), "\\A");
        }
        CharacterSet set = set(flags);
        return set != null ? new OneOf(set) : literal(character(flags), flags);
    }

    /** A class such as {@code \d} or {@code \p{Greek}}; null if here is none, and nothing read. */
    @org.jspecify.annotations.Nullable
    CharacterSet set(Flags flags) {
        int letter = in.peekSecond();
        if (letter == 'p' || letter == 'P') {
            return property(flags);
        }
        if (letter < 0 || "dDsSwW".indexOf(letter) < 0) {
            return null;
        }
        in.count(2, "an escape");
        if (!flags.unicode() && Character.isUpperCase(letter)) {
            throw Refusal.unsupported(in.pattern(), "a class of bytes");
        }
        return NamedSets.perl((char) letter, !flags.unicode());
    }

    /** An escaped character. */
    int character(Flags flags) {
        in.next();
        int c = in.next();
        return switch (c) {
            case 'a' -> 7;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case 'x' -> codePoint(2, flags);
            case 'u' -> codePoint(4, flags);
            case 'U' -> codePoint(8, flags);
            default -> {
                if (c >= 128 || Character.isLetterOrDigit(c) || c == '<' || c == '>') {
                    throw Refusal.bad(in.pattern(), "\\%c means nothing".formatted(c));
                }
                yield c;
            }
        };
    }

    private Regex wordPlace(Flags flags) {
        boolean positive = in.count(2, "an escape").charAt(1) == 'b';
        boolean ascii = !flags.unicode();
        if (positive) {
            for (var place : WORD_PLACES.entrySet()) {
                if (in.take(place.getKey())) {
                    return new Look(place.getValue(), ascii);
                }
            }
            if (in.peek() == '{' && Character.isLetter(in.peekSecond())) {
                throw Refusal.bad(in.pattern(), "\\b{…} is start, end, start-half or end-half");
            }
        }
        return new Look(positive ? Place.WORD : Place.NOT_WORD, ascii);
    }

    private CharacterSet property(Flags flags) {
        boolean negated = in.count(2, "a property").charAt(1) == 'P';
        String name = in.take("{") ? in.upTo("}", "a property") : Character.toString(in.next());
        if (name.startsWith("^")) {
            negated = !negated;
            name = name.substring(1);
        }
        name = name.replaceFirst("(?i)^(gc|general_category|sc|script)[=:]", "");
        String known = name;
        CharacterSet set = NamedSets.unicode(name)
                .orElseThrow(() -> Refusal.unsupported(in.pattern(), "the property '" + known + "'"));
        if (!flags.unicode()) {
            throw Refusal.bad(in.pattern(), "a Unicode class stands where Unicode is switched off");
        }
        if (flags.ignoreCase()) {
            set.fold();
        }
        return negated ? set.negate() : set;
    }

    private int codePoint(int digits, Flags flags) {
        String hex = (in.take("{") ? in.upTo("}", "a code") : in.count(digits, "a code")).strip();
        if (!hex.matches("[0-9A-Fa-f]{1,8}")) {
            throw Refusal.bad(in.pattern(), "'" + hex + "' is no hexadecimal number");
        }
        int code = Integer.parseUnsignedInt(hex, 16);
        if (!Character.isValidCodePoint(code) || (code >= 0xD800 && code <= 0xDFFF)) {
            throw Refusal.bad(in.pattern(), "there is no character " + hex);
        }
        if (!flags.unicode() && code > 127) {
            throw Refusal.unsupported(in.pattern(), "a byte that is no character");
        }
        return code;
    }
}
