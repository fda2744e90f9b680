package dev.bolt.search.scan;

import dev.bolt.search.regex.Regex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A pattern as steps from character to character (Thompson 1968), with less to ask than the pattern has: places are
 * everywhere, and all characters above ASCII are one. What the pattern matches, the steps do. Immutable once built.
 */
final class Steps {
    /** Stands for every character above ASCII. */
    static final int OTHER = 128;

    /** The step after the last. */
    static final int END = 0;

    private static final int MOST = 2_000;

    /** One step: over a character of the set, or over nothing to one of two. */
    private record Step(BitSet over, int to, int or) {}

    private final List<Step> steps = new ArrayList<>();
    private final int first;
    private final boolean acrossLines;

    private Steps(Regex regex, boolean acrossLines) {
        this.acrossLines = acrossLines;
        steps.add(new Step(new BitSet(), END, END));
        this.first = before(regex, END);
    }

    /**
     * Empty for a pattern of too many steps.
     *
     * @param acrossLines whether a line end is a character as others are, and not the end of all
     */
    static Optional<Steps> of(Regex regex, boolean acrossLines) {
        try {
            return Optional.of(new Steps(regex, acrossLines));
        } catch (TooMany e) {
            return Optional.empty();
        }
    }

    /** Where a match begins. */
    int first() {
        return first;
    }

    /** Whether every match begins with a character above ASCII. */
    boolean beginsBeyondAscii() {
        var reached = new BitSet();
        reach(first, reached);
        return reached.stream()
                .allMatch(step -> steps.get(step).over().nextSetBit(0) == OTHER
                        || (step != END && steps.get(step).over().isEmpty()));
    }

    /** Adds a step and what is reached from it over nothing. */
    void reach(int from, BitSet reached) {
        if (reached.get(from)) {
            return;
        }
        reached.set(from);
        Step step = steps.get(from);
        if (from != END && step.over().isEmpty()) {
            reach(step.to(), reached);
            reach(step.or(), reached);
        }
    }

    /** Where a step leads over a character; -1 if nowhere. */
    int over(int from, int character) {
        Step step = steps.get(from);
        return step.over().get(character) && (character != '\n' || acrossLines) ? step.to() : -1;
    }

    /** Numbers the kinds of characters that no step tells apart; one of each. A line end and the others are kinds. */
    int[] kinds(int[] kindOf) {
        List<BitSet> kinds = new ArrayList<>();
        int[] ones = new int[OTHER + 1];
        int size = 0;
        for (int c = 0; c <= OTHER; c++) {
            var tells = new BitSet();
            for (int i = 1; i < steps.size(); i++) {
                tells.set(i, steps.get(i).over().get(c));
            }
            tells.set(END, c == '\n');
            tells.set(steps.size(), c == OTHER);
            int kind = kinds.indexOf(tells);
            if (kind < 0) {
                kind = kinds.size();
                kinds.add(tells);
                ones[size++] = c;
            }
            kindOf[c] = kind;
        }
        return Arrays.copyOf(ones, size);
    }

    private int before(Regex regex, int next) {
        return switch (regex) {
            case Regex.Char c -> {
                var over = new BitSet();
                over.set(Math.min(c.codePoint(), OTHER));
                yield add(over, next, next);
            }
            case Regex.OneOf one -> add(over(one), next, next);
            case Regex.Look look -> next;
            case Regex.Repeat repeat -> repeat(repeat, next);
            case Regex.All all -> {
                int at = next;
                for (Regex part : all.parts().reversed()) {
                    at = before(part, at);
                }
                yield at;
            }
            case Regex.First alternatives -> {
                int at = before(alternatives.alternatives().getLast(), next);
                for (Regex other : alternatives
                        .alternatives()
                        .reversed()
                        .subList(1, alternatives.alternatives().size())) {
                    at = add(new BitSet(), before(other, next), at);
                }
                yield at;
            }
        };
    }

    private int repeat(Regex.Repeat repeat, int next) {
        int at = next;
        if (repeat.most() < 0) {
            int loop = add(new BitSet(), next, next);
            int round = before(repeat.what(), loop);
            steps.set(loop, new Step(new BitSet(), round, next));
            at = loop;
        } else {
            for (int i = repeat.least(); i < repeat.most(); i++) {
                at = add(new BitSet(), before(repeat.what(), at), next);
            }
        }
        for (int i = 0; i < repeat.least(); i++) {
            at = before(repeat.what(), at);
        }
        return at;
    }

    private BitSet over(Regex.OneOf one) {
        var over = new BitSet();
        for (int c = 0; c < OTHER; c++) {
            over.set(c, (c != '\n' || acrossLines) && one.set().holds(c));
        }
        over.set(OTHER, one.set().mayHoldMoreThanAscii());
        return over;
    }

    private int add(BitSet over, int to, int or) {
        if (steps.size() >= MOST) {
            throw new TooMany();
        }
        steps.add(new Step(over, to, or));
        return steps.size() - 1;
    }

    private static final class TooMany extends RuntimeException {
        TooMany() {
            super(null, null, false, false);
        }
    }
}
