package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.All;
import dev.bolt.search.regex.Regex.First;
import dev.bolt.search.regex.Regex.Look;
import dev.bolt.search.regex.Regex.OneOf;
import dev.bolt.search.regex.Regex.Place;
import dev.bolt.search.regex.Regex.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a pattern as Rust's regex crate does (regex-syntax 0.8, its documentation's section "Syntax"), for a search of
 * one line, where no character is a line end, or of a whole text. {@code ^} and {@code $} are a line's ends.
 */
final class RustParser {
    /** Deeper patterns are left to ripgrep; Rust's own bound is 250, and a group takes up to four of them. */
    private static final int DEEPEST = 60;

    private static final String MISSING = "repetition operator missing expression";

    private final Cursor in;
    private final Literals literals;
    private final AtomParser atoms;
    private final GroupNames names = new GroupNames();
    private Flags flags;
    private int depth;

    /** @param patterns any of which may match; read as the one that ripgrep makes of them */
    RustParser(List<String> patterns, Flags flags, Literals literals) {
        this.in = new Cursor(
                patterns.stream().map(pattern -> "(?:" + pattern + ")").collect(Collectors.joining("|")),
                String.join("|", patterns));
        this.literals = literals;
        this.atoms = new AtomParser(in, literals);
        this.flags = flags;
    }

    /**
     * What the patterns mean.
     *
     * @throws dev.bolt.platform.problem.ProblemException BAD_PATTERN if Rust refuses it, too, in its words;
     *     UNSUPPORTED_OPTION for what Java's patterns cannot express
     */
    Regex parse() {
        Regex regex = alternatives();
        if (in.more()) {
            throw in.bad("unopened group", in.here());
        }
        in.settle();
        return regex;
    }

    private Regex alternatives() {
        if (++depth > DEEPEST) {
            throw in.unsupportedNow("groups so deep inside each other");
        }
        List<Regex> alternatives = new ArrayList<>();
        do {
            alternatives.add(sequence());
        } while (in.take("|"));
        depth--;
        return alternatives.size() == 1 ? alternatives.getFirst() : new First(alternatives);
    }

    private Regex sequence() {
        List<Regex> parts = new ArrayList<>();
        boolean repeatable = false;
        while (in.more() && in.peek() != '|' && in.peek() != ')') {
            switch (in.peek()) {
                case '(' -> repeatable = group(parts);
                case '*', '+', '?' -> {
                    check(repeatable);
                    int sign = in.next();
                    repeat(parts, sign == '+' ? 1 : 0, sign == '?' ? 1 : -1, in.take("?"));
                }
                case '{' -> {
                    check(repeatable);
                    Count count = Count.read(in);
                    repeat(parts, count.least(), count.most(), count.lazy());
                }
                default -> {
                    parts.add(atom());
                    repeatable = true;
                }
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private void check(boolean repeatable) {
        if (!repeatable) {
            throw in.bad(MISSING, in.place());
        }
    }

    private Regex atom() {
        return switch (in.peek()) {
            case '^' -> place(Place.START);
            case '$' -> place(Place.END);
            case '.' -> {
                in.next();
                if (!flags.unicode()) {
                    in.unsupported("a '.' that is any byte");
                }
                var none = new CharacterSet();
                yield new OneOf((flags.dotAll() && flags.acrossLines() ? none : none.add('\n')).negate());
            }
            case '[' -> new OneOf(new ClassParser(in, flags, atoms, literals).parse());
            case '\\' -> atoms.regex(flags);
            default -> atoms.literal(in.next(), flags);
        };
    }

    private Regex place(Place place) {
        in.next();
        if (place == Place.START && !flags.lines()) {
            in.unsupported("a '^' that is the start of the file");
        }
        return new Look(flags.lines() ? place : Place.TEXT_END, false);
    }

    /** Whether it is one that may be repeated, not flags for what follows. */
    private boolean group(List<Regex> parts) {
        int open = in.at();
        in.next();
        if (in.take("?=") || in.take("?!") || in.take("?<=") || in.take("?<!")) {
            throw in.bad("look-around, including look-ahead and look-behind, is not supported", in.since(open));
        }
        Flags outer = flags;
        Span inside = in.place();
        if (in.take("?P<") || in.take("?<")) {
            names.read(in);
        } else if (in.take("?")) {
            int first = in.at();
            flags = flags.read(in);
            boolean none = in.at() == first;
            if (in.next() == ')') {
                if (none) {
                    throw in.bad(MISSING, inside);
                }
                return false;
            }
        }
        parts.add(alternatives());
        if (!in.take(")")) {
            throw in.bad("unclosed group", new Span(open, open + 1));
        }
        flags = outer;
        return true;
    }

    private void repeat(List<Regex> parts, int least, int most, boolean lazy) {
        parts.add(new Repeat(parts.removeLast(), least, most, lazy == flags.swapGreed()));
    }
}
