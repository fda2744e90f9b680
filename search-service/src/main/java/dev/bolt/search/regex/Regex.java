package dev.bolt.search.regex;

import java.util.List;
import java.util.function.Predicate;

/** What a pattern of Rust's regex crate means, with its flags already applied. Groups capture nothing here. */
public sealed interface Regex {
    /** A place, not a character. */
    enum Place {
        /** Start of the line. */
        START,
        /** End of the line. */
        END,
        /** End of the text, here the line, too; ripgrep does some things otherwise where a pattern has it. */
        TEXT_END,
        /** {@code \b}. */
        WORD,
        /** {@code \B}. */
        NOT_WORD,
        /** <code>\b{start}</code>. */
        WORD_START,
        /** <code>\b{end}</code>. */
        WORD_END,
        /** <code>\b{start-half}</code>: no word character before. */
        WORD_START_HALF,
        /** <code>\b{end-half}</code>: no word character after. */
        WORD_END_HALF
    }

    /** One character. */
    record Char(int codePoint) implements Regex {}

    /** One character of a set. */
    record OneOf(CharacterSet set) implements Regex {}

    /** A place; {@code ascii} if only ASCII letters make words. */
    record Look(Place place, boolean ascii) implements Regex {}

    /** Again and again; {@code most} is -1 for no bound. */
    record Repeat(Regex what, int least, int most, boolean greedy) implements Regex {}

    /** One after the other; empty matches the empty string. */
    record All(List<Regex> parts) implements Regex {}

    /** The first that matches. */
    record First(List<Regex> alternatives) implements Regex {}

    /** Whether it matches the empty string somewhere. */
    default boolean canBeEmpty() {
        return switch (this) {
            case Char c -> false;
            case OneOf one -> false;
            case Look look -> true;
            case Repeat repeat -> repeat.least() == 0 || repeat.what().canBeEmpty();
            case All all -> all.parts().stream().allMatch(Regex::canBeEmpty);
            case First first -> first.alternatives().stream().anyMatch(Regex::canBeEmpty);
        };
    }

    /** Whether it may rather match the empty string than something at the same place. */
    default boolean mayPreferEmpty() {
        return canBeEmpty()
                && switch (this) {
                    case Char c -> false;
                    case OneOf one -> false;
                    case Look look -> false;
                    case Repeat repeat -> !repeat.greedy() || repeat.what().mayPreferEmpty();
                    case All all -> all.parts().stream().anyMatch(Regex::mayPreferEmpty);
                    case First first ->
                        first.alternatives().getLast().mayPreferEmpty()
                                || first.alternatives().stream()
                                        .limit(first.alternatives().size() - 1L)
                                        .anyMatch(Regex::canBeEmpty);
                };
    }

    /** Whether it, or a part of it however deep, is so. */
    default boolean holds(Predicate<Regex> part) {
        return part.test(this)
                || switch (this) {
                    case Char c -> false;
                    case OneOf one -> false;
                    case Look look -> false;
                    case Repeat repeat -> repeat.what().holds(part);
                    case All all -> all.parts().stream().anyMatch(inner -> inner.holds(part));
                    case First first -> first.alternatives().stream().anyMatch(inner -> inner.holds(part));
                };
    }

    /** How many repetitions may run on, one inside another counted as many: time grows with that power of the text. */
    default int loops() {
        return switch (this) {
            case Char c -> 0;
            case OneOf one -> 0;
            case Look look -> 0;
            case Repeat repeat ->
                repeat.least() == repeat.most() && repeat.what().loops() == 0
                        ? 0
                        : repeat.most() == 1
                                ? 1 + repeat.what().loops()
                                : repeat.what().loops() == 0 ? 1 : 100;
            case All all -> all.parts().stream().mapToInt(Regex::loops).sum();
            case First first ->
                first.alternatives().stream().mapToInt(Regex::loops).max().orElse(0);
        };
    }
}
