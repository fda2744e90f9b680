package dev.bolt.search.regex;

import dev.bolt.platform.problem.ProblemException;
import java.util.Optional;

/** Reads a class in brackets, with classes inside it and Rust's {@code &&}, {@code --} and {@code ~~}. */
final class ClassParser {
    /** Deeper ones are left to ripgrep; Rust's own bound is 250 of all kinds together. */
    private static final int DEEPEST = 60;

    private final Cursor in;
    private final Flags flags;
    private final AtomParser atoms;
    private final Literals literals;

    /** Brackets that are open, and signs between sets. */
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
            in.unsupported("a class of bytes");
        }
        return set;
    }

    private CharacterSet brackets() {
        int start = in.at();
        deeper();
        in.next();
        boolean negated = in.take("^");
        var first = new CharacterSet();
        boolean dashes = false;
        while (in.take("-")) {
            first.add('-');
            literals.add('-');
            dashes = true;
        }
        if (!dashes && in.take("]")) {
            first.add(']');
            literals.add(']');
        }
        Span open = in.since(start);
        CharacterSet set = items(first, open);
        for (int sign = in.peek(); sign != ']'; sign = in.peek()) {
            deeper();
            in.next();
            in.next();
            CharacterSet right = items(new CharacterSet(), open);
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

    private void deeper() {
        if (++depth > DEEPEST) {
            throw in.unsupportedNow("classes so deep inside each other");
        }
    }

    /** Adds what stands up to the end or the next sign of a set. */
    private CharacterSet items(CharacterSet set, Span open) {
        while (in.peek() != ']' && !in.looksAt("&&") && !in.looksAt("--") && !in.looksAt("~~")) {
            if (in.peek() == '[') {
                Optional<CharacterSet> posix = posix();
                set.add(posix.isPresent() ? posix.get() : brackets());
            } else {
                range(set, open);
            }
        }
        return fold(set);
    }

    private CharacterSet fold(CharacterSet set) {
        return !flags.ignoreCase() ? set : flags.unicode() ? set.fold() : set.foldAscii();
    }

    private void range(CharacterSet set, Span open) {
        Atom first = atom(open);
        if (!in.more()) {
            throw unclosed(open);
        }
        if (in.peek() != '-' || in.peekSecond() == ']' || in.peekSecond() == '-') {
            add(set, first);
            return;
        }
        in.next();
        Atom last = atom(open);
        for (Atom end : new Atom[] {first, last}) {
            if (!end.isCharacter()) {
                throw in.bad("invalid range boundary, must be a literal", end.span());
            }
        }
        if (last.codePoint() < first.codePoint()) {
            throw in.bad(
                    "invalid character class range, the start must be <= the end",
                    new Span(first.span().start(), last.span().end()));
        }
        literal(first);
        literal(last);
        set.add(first.codePoint(), last.codePoint());
    }

    private Atom atom(Span open) {
        if (!in.more()) {
            throw unclosed(open);
        }
        if (in.peek() == '\\') {
            return atoms.escape(flags);
        }
        Span span = in.here();
        return Atom.character(span, in.next());
    }

    private void add(CharacterSet set, Atom atom) {
        if (atom.place() != null) {
            throw in.bad("invalid escape sequence found in character class", atom.span());
        }
        if (atom.set() != null) {
            set.add(atom.set());
        } else {
            literal(atom);
            set.add(atom.codePoint());
        }
    }

    private void literal(Atom character) {
        literals.add(character.codePoint());
        boolean byteCode =
                in.text(character.span().start(), character.span().end()).matches("\\\\x[^{].*");
        if (!flags.unicode() && character.codePoint() > 127 && !byteCode) {
            in.meansNothing("Unicode not allowed here", character.span());
        }
    }

    private ProblemException unclosed(Span open) {
        return in.bad("unclosed character class", open);
    }

    /** {@code [:alpha:]}, in either case before it is negated; empty, and nothing read, if here is none. */
    private Optional<CharacterSet> posix() {
        int mark = in.at();
        if (in.take("[:")) {
            boolean negated = in.take("^");
            int start = in.at();
            int end = in.find(":");
            if (end >= 0) {
                in.reset(end);
                Optional<CharacterSet> set = in.take(":]") ? NamedSets.posix(in.text(start, end)) : Optional.empty();
                if (set.isPresent()) {
                    CharacterSet folded = fold(set.get());
                    return Optional.of(negated ? folded.negate() : folded);
                }
            }
        }
        in.reset(mark);
        return Optional.empty();
    }
}
