package dev.bolt.search.plan;

import dev.bolt.search.regex.Regex;
import dev.bolt.search.trigram.GramQuery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trigrams that every match of a pattern holds, after Cox 2012 (regexp4, "Analysis"): for each part of the pattern
 * the strings that a match is, or begins and ends with, and what is known beside them. Bytes of UTF-8, each a char.
 */
public final class GramPlan {
    /** Characters of a class above which it is any character. */
    private static final int MOST_CHARACTERS = 40;

    /** Copies of a repeated part that are looked at. */
    private static final int MOST_COPIES = 8;

    private static final Facts EMPTY = Facts.exactly(Set.of(""));

    private GramPlan() {}

    /** A query that every line with a match fits. */
    public static GramQuery of(Regex regex) {
        return facts(regex).query();
    }

    private static Facts facts(Regex regex) {
        return switch (regex) {
            case Regex.Char c -> Facts.exactly(Set.of(utf8(c.codePoint())));
            case Regex.OneOf one -> oneOf(one.set().few(MOST_CHARACTERS));
            case Regex.Look look -> EMPTY;
            case Regex.Repeat repeat -> repeat(repeat);
            case Regex.All all -> concat(all.parts());
            case Regex.First first -> alternate(first.alternatives());
        };
    }

    private static Facts oneOf(Optional<int[]> few) {
        if (few.isEmpty()) {
            return Facts.anything(false);
        }
        Set<String> strings = new HashSet<>();
        Arrays.stream(few.get()).forEach(c -> strings.add(utf8(c)));
        return Facts.exactly(strings);
    }

    private static Facts concat(List<Regex> parts) {
        Facts all = EMPTY;
        for (Regex part : parts) {
            all = all.then(facts(part));
        }
        return all;
    }

    /** Two and two, and so on: of thousands one after the other the query would be as many levels deep. */
    private static Facts alternate(List<Regex> alternatives) {
        if (alternatives.isEmpty()) {
            return Facts.exactly(Set.of());
        }
        if (alternatives.size() == 1) {
            return facts(alternatives.getFirst());
        }
        int half = alternatives.size() / 2;
        return alternate(alternatives.subList(0, half)).or(alternate(alternatives.subList(half, alternatives.size())));
    }

    private static Facts repeat(Regex.Repeat repeat) {
        Facts once = facts(repeat.what());
        if (repeat.least() == 0) {
            return repeat.most() == 1 ? once.or(EMPTY) : repeat.most() == 0 ? EMPTY : Facts.anything(true);
        }
        int copies = Math.min(repeat.least(), MOST_COPIES);
        Facts all = once;
        for (int i = 1; i < copies; i++) {
            all = all.then(once);
        }
        if (repeat.most() == copies) {
            return all;
        }
        return all.then(Facts.anything(true)).endingAs(all);
    }

    static String utf8(int codePoint) {
        return new String(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
