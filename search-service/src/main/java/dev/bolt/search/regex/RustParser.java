package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.All;
import dev.bolt.search.regex.Regex.First;
import dev.bolt.search.regex.Regex.Look;
import dev.bolt.search.regex.Regex.OneOf;
import dev.bolt.search.regex.Regex.Place;
import dev.bolt.search.regex.Regex.Repeat;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a pattern as Rust's regex crate does (regex-syntax 0.8, its documentation's section "Syntax"), for a search of
 * one line, where no character is a line end, or of a whole text. {@code ^} and {@code $} are a line's ends.
 */
final class RustParser {
    /** Deeper patterns are refused; Rust's own bound is 250. */
    private static final int DEEPEST = 250;

    /** Larger counts are refused; Rust's bound is on the size of the compiled pattern. */
    private static final int MOST = 1000;

    private final Cursor in;
    private final Literals literals;
    private final AtomParser atoms;
    private Flags flags;
    private int depth;

    RustParser(String pattern, Flags flags, Literals literals) {
        this.in = new Cursor(pattern);
        this.literals = literals;
        this.atoms = new AtomParser(in, literals);
        this.flags = flags;
    }

    /**
     * What the pattern means.
     *
     * @throws dev.bolt.platform.problem.ProblemException BAD_PATTERN if Rust refuses it, too; UNSUPPORTED_OPTION for
     *     what Java's patterns cannot express
     */
    Regex parse() {
        Regex regex = alternatives();
        if (in.more()) {
            throw bad("a ')' closes nothing");
        }
        return regex;
    }

    /** Whether its characters ask for upper or lower case, for ripgrep's smart case. */
    Literals literals() {
        return literals;
    }

    private Regex alternatives() {
        if (++depth > DEEPEST) {
            throw bad("it is nested too deeply");
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
        while (in.more() && in.peek() != '|' && in.peek() != ')') {
            switch (in.peek()) {
                case '(' -> group(parts);
                case '*', '+', '?' -> repeat(parts);
                case '{' -> counted(parts);
                default -> parts.add(atom());
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private Regex atom() {
        return switch (in.peek()) {
            case '^' -> place(Place.START);
            case '$' -> place(Place.END);
            case '.' -> {
                in.next();
                if (!flags.unicode()) {
                    throw Refusal.unsupported(in.pattern(), "a '.' that is any byte");
                }
                var none = new CharacterSet();
                yield new OneOf((flags.dotAll() && flags.acrossLines() ? none : none.add('\n')).negate());
            }
            case '[' -> new OneOf(new ClassParser(in, flags, atoms, literals).parse());
            case '\\' -> atoms.escape(flags);
            default -> atoms.literal(in.next(), flags);
        };
    }

    private Regex place(Place place) {
        in.next();
        if (place == Place.START && !flags.lines()) {
            throw Refusal.unsupported(in.pattern(), "a '^' that is the start of the file");
        }
        return new Look(flags.lines() ? place : Place.TEXT_END, false);
    }

    private void group(List<Regex> parts) {
        in.next();
        Flags outer = flags;
        if (in.take("?P<") || (in.looksAt("?<") && !in.looksAt("?<=") && !in.looksAt("?<!") && in.take("?<"))) {
            String name = in.upTo(">", "the name of a group");
            if (!name.matches("[\\p{IsAlphabetic}_][\\p{IsAlphabetic}\\p{Nd}_.\\[\\]]*")) {
                throw bad("'" + name + "' is no name for a group");
            }
        } else if (in.take("?")) {
            if (in.looksAt("=") || in.looksAt("!") || in.looksAt("<") || in.looksAt(">")) {
                throw bad("look-around and atomic groups are not part of the syntax");
            }
            flags = flags.read(in);
            if (in.take(")")) {
                return;
            }
            in.next();
        }
        parts.add(alternatives());
        if (!in.take(")")) {
            throw bad("a group does not end");
        }
        flags = outer;
    }

    private void repeat(List<Regex> parts) {
        int sign = in.next();
        add(parts, sign == '+' ? 1 : 0, sign == '?' ? 1 : -1);
    }

    private void counted(List<Regex> parts) {
        in.next();
        String[] bounds = in.upTo("}", "a repetition").split(",", -1);
        String first = bounds[0].strip();
        String last = bounds.length == 2 ? bounds[1].strip() : first;
        if (bounds.length > 2 || !first.matches("\\d+") || !last.matches("\\d*")) {
            throw bad("'{' begins no repetition; write \\{ for the character");
        }
        int least = number(first);
        int most = last.isEmpty() ? -1 : number(last);
        if (most >= 0 && least > most) {
            throw bad("a repetition ends before it begins");
        }
        add(parts, least, most);
    }

    private int number(String digits) {
        if (digits.length() > 9 || Integer.parseInt(digits) > MOST) {
            throw Refusal.unsupported(in.pattern(), "a repetition of more than %,d times".formatted(MOST));
        }
        return Integer.parseInt(digits);
    }

    private void add(List<Regex> parts, int least, int most) {
        if (parts.isEmpty()) {
            throw bad("a repetition has nothing to repeat");
        }
        boolean lazy = in.take("?");
        parts.add(new Repeat(parts.removeLast(), least, most, lazy == flags.swapGreed()));
    }

    private RuntimeException bad(String reason) {
        return Refusal.bad(in.pattern(), reason);
    }
}
