package dev.bolt.search.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Some of the characters of Unicode: listed ones, and named ones that Java's patterns know by the same name. Named ones
 * are spelled out (some 10 ms) only where a set is cut or folded. Not shared between threads while it is built.
 */
public final class CharacterSet {
    private static final int FIRST_SURROGATE = 0xD800;
    private static final int LAST_SURROGATE = 0xDFFF;

    /** A class of Java's patterns; {@code folds} if it holds with each character whatever differs in case only. */
    record Named(String java, IntPredicate holds, boolean folds) {}

    private final BitSet listed = new BitSet();
    private final List<Named> named = new ArrayList<>();
    private boolean negated;

    CharacterSet add(int codePoint) {
        return add(codePoint, codePoint);
    }

    CharacterSet add(int first, int last) {
        listed.set(first, last + 1);
        return this;
    }

    CharacterSet add(Named more) {
        named.add(more);
        return this;
    }

    CharacterSet add(CharacterSet more) {
        if (more.negated) {
            listed.or(more.all());
        } else {
            listed.or(more.listed);
            named.addAll(more.named);
        }
        return this;
    }

    CharacterSet negate() {
        negated = !negated;
        return this;
    }

    /** With what differs in case only. A negated set is no set to fold: Rust folds first. */
    CharacterSet fold() {
        BitSet closed = named.stream().allMatch(Named::folds) ? (BitSet) listed.clone() : all();
        BitSet before = (BitSet) closed.clone();
        CaseFolding.close(closed);
        closed.andNot(before);
        listed.or(closed);
        return this;
    }

    CharacterSet foldAscii() {
        CaseFolding.closeAscii(listed);
        return this;
    }

    CharacterSet intersect(CharacterSet other) {
        BitSet both = all();
        both.and(other.all());
        return of(both);
    }

    CharacterSet without(CharacterSet other) {
        BitSet rest = all();
        rest.andNot(other.all());
        return of(rest);
    }

    CharacterSet eitherNotBoth(CharacterSet other) {
        BitSet either = all();
        either.xor(other.all());
        return of(either);
    }

    /** The characters if there are at most so many, else nothing. */
    public Optional<int[]> few(int most) {
        if (negated || !named.isEmpty() || listed.cardinality() > most) {
            return Optional.empty();
        }
        return Optional.of(listed.stream()
                .filter(c -> c < FIRST_SURROGATE || c > LAST_SURROGATE)
                .toArray());
    }

    /** Whether this character is in it. */
    public boolean holds(int codePoint) {
        return negated
                != (listed.get(codePoint)
                        || named.stream().anyMatch(one -> one.holds().test(codePoint)));
    }

    /** Whether a character above ASCII may be in it. */
    public boolean mayHoldMoreThanAscii() {
        return !isAscii();
    }

    /** Whether it is just this character, which Rust takes for the character itself. */
    boolean isOnly(int codePoint) {
        return !negated && named.isEmpty() && listed.cardinality() == 1 && listed.get(codePoint);
    }

    /** Whether no character above ASCII can be in it. */
    boolean isAscii() {
        return !negated && named.isEmpty() && listed.length() <= 128;
    }

    boolean isNegated() {
        return negated;
    }

    private static CharacterSet of(BitSet bits) {
        var set = new CharacterSet();
        set.listed.or(bits);
        return set;
    }

    private BitSet all() {
        BitSet bits = (BitSet) listed.clone();
        for (Named one : named) {
            for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
                if (one.holds().test(c)) {
                    bits.set(c);
                }
            }
        }
        if (negated) {
            bits.flip(0, Character.MAX_CODE_POINT + 1);
        }
        bits.clear(FIRST_SURROGATE, LAST_SURROGATE + 1);
        return bits;
    }

    /** As a class of Java's patterns, or what never matches for the empty set. */
    String toJava() {
        if (listed.isEmpty() && named.isEmpty()) {
            return negated ? "(?s:.)" : "(?!)";
        }
        var java = new StringBuilder(negated ? "[^" : "[");
        for (int from = listed.nextSetBit(0); from >= 0; ) {
            int to = listed.nextClearBit(from) - 1;
            java.append("\\x{%x}".formatted(from));
            if (to > from) {
                java.append("-\\x{%x}".formatted(to));
            }
            from = listed.nextSetBit(to + 1);
        }
        named.forEach(one -> java.append(one.java()));
        return java.append(']').toString();
    }
}
