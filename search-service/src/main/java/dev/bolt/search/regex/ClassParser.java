package dev.bolt.search.regex;

import java.util.Optional;

/** Reads a class in brackets, with classes inside it and Rust's {@code &&}, {@code --} and {@code ~~}. */
final class ClassParser {
    private static final int DEEPEST = 100;

    private final Cursor in;
    private final Flags flags;
    private final AtomParser atoms;
    private final Literals literals;
    private int depth;

    ClassParser(Cursor in, Flags flags, AtomParser atoms, Literals literals) {
        this.in = in;
        this.flags = flags;
        this.atoms = atoms;
        this.literals = literals;
    }

    CharacterSet parse() {
        CharacterSet set = brackets();
        if (!flags.unicode() && !set.isAscii()) {
            throw Refusal.unsupported(in.pattern(), "a class of bytes");
        }
        if (set.isLineEnd() && !flags.acrossLines()) {
            throw Refusal.bad(in.pattern(), "a line end cannot be found in a search by lines (use multiline)");
        }
        return set;
    }

    private CharacterSet brackets() {
        if (++depth > DEEPEST) {
            throw Refusal.bad(in.pattern(), "its classes are nested too deeply");
        }
        in.next();
        boolean negated = in.take("^");
        CharacterSet set = items(true);
        for (int sign = in.peek(); sign != ']'; sign = in.peek()) {
            in.count(2, "a class");
            CharacterSet right = items(false);
            set = switch (sign) {
                case '&' -> set.intersect(right);
                case '-' -> set.without(right);
                default -> set.eitherNotBoth(right);
            };
        }
        in.next();
        depth--;
        return negated ? set.negate() : set;
    }

    /** What stands up to the end or the next sign of a set. */
    private CharacterSet items(boolean opening) {
        var set = new CharacterSet();
        if (opening) {
            boolean dashes = false;
            while (in.take("-")) {
                set.add('-');
                literals.add('-');
                dashes = true;
            }
            if (!dashes && in.take("]")) {
                set.add(']');
                literals.add(']');
            }
        }
        while (in.peek() != ']' && !in.looksAt("&&") && !in.looksAt("--") && !in.looksAt("~~")) {
            item(set);
        }
        return fold(set);
    }

    private CharacterSet fold(CharacterSet set) {
        return !flags.ignoreCase() ? set : flags.unicode() ? set.fold() : set.foldAscii();
    }

    private void item(CharacterSet set) {
        if (in.peek() == '[') {
            Optional<CharacterSet> posix = posix();
            set.add(posix.isPresent() ? posix.get() : brackets());
            return;
        }
        CharacterSet named = in.peek() == '\\' ? atoms.set(flags) : null;
        if (named != null) {
            set.add(named);
            return;
        }
        int first = character();
        boolean range = in.peek() == '-' && in.peekSecond() != ']' && in.peekSecond() != '-';
        int last = first;
        if (range) {
            in.next();
            if (in.peek() == '[' || (in.peek() == '\\' && atoms.set(flags) != null)) {
                throw Refusal.bad(in.pattern(), "a range ends in a class");
            }
            last = character();
        }
        if (last < first) {
            throw Refusal.bad(in.pattern(), "a range ends before it begins");
        }
        set.add(first, last);
    }

    private int character() {
        int c = in.peek() == '\\' ? atoms.character(flags) : in.next();
        literals.add(c);
        return c;
    }

    /** {@code [:alpha:]}; empty, and nothing read, if here is none. */
    private Optional<CharacterSet> posix() {
        int mark = in.mark();
        if (in.take("[:")) {
            int end = in.pattern().indexOf(":]", in.mark());
            if (end >= 0) {
                Optional<CharacterSet> set = NamedSets.posix(in.upTo(":]", "a class"));
                if (set.isPresent()) {
                    return set;
                }
            }
        }
        in.reset(mark);
        return Optional.empty();
    }
}
