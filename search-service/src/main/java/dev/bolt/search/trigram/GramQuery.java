package dev.bolt.search.trigram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which trigrams a text must hold. Always too wide rather than too narrow: what would become too large is left out
 * where all must hold, and becomes {@link All} where one must.
 */
public sealed interface GramQuery {
    /** Trigrams that a query may name. */
    int LARGEST = 4096;

    /** Pairs that may stand for each other: each is up to 512 trigrams. */
    int MOST_PAIRS = 8;

    /** Any text. */
    record All() implements GramQuery {}

    /** No text. */
    record None() implements GramQuery {}

    /** Texts with these three bytes in a row, the first in bits 16 to 23. */
    record Gram(int bytes) implements GramQuery {}

    /** Texts with a line that has these two bytes in a row, the first in bits 8 to 15. */
    record Pair(int bytes) implements GramQuery {}

    /** Texts that fit all parts. */
    record And(List<GramQuery> parts) implements GramQuery {}

    /** Texts that fit one part. */
    record Or(List<GramQuery> parts) implements GramQuery {}

    /**
     * Every trigram of a string of bytes, each a char, but those with a line end; where there is none, the pairs; any
     * text if there are none either.
     */
    static GramQuery of(String bytes) {
        var grams = new ArrayList<GramQuery>();
        for (int i = 0; i + 2 < bytes.length(); i++) {
            if (bytes.substring(i, i + 3).indexOf('\n') < 0) {
                grams.add(new Gram(bytes.charAt(i) << 16 | bytes.charAt(i + 1) << 8 | bytes.charAt(i + 2)));
            }
        }
        return all(grams.isEmpty() ? pairs(bytes) : grams);
    }

    private static List<GramQuery> pairs(String bytes) {
        var pairs = new ArrayList<GramQuery>();
        for (int i = 0; i + 1 < bytes.length(); i++) {
            if (bytes.substring(i, i + 2).indexOf('\n') < 0) {
                pairs.add(new Pair(bytes.charAt(i) << 8 | bytes.charAt(i + 1)));
            }
        }
        return pairs;
    }

    /** What fits all of them; beside trigrams, pairs are not worth their while. */
    static GramQuery all(Collection<GramQuery> queries) {
        Set<GramQuery> parts = new LinkedHashSet<>();
        int size = 0;
        for (GramQuery query : queries) {
            if (query instanceof None) {
                return query;
            }
            if (size + query.size() <= LARGEST && !(query instanceof All)) {
                parts.addAll(query instanceof And and ? and.parts() : List.of(query));
                size += query.size();
            }
        }
        if (!parts.stream().allMatch(GramQuery::hasPair)) {
            parts.removeIf(GramQuery::hasPair);
        }
        return parts.isEmpty()
                ? new All()
                : parts.size() == 1 ? parts.iterator().next() : new And(List.copyOf(parts));
    }

    /** What fits at least one of them. */
    static GramQuery any(Collection<GramQuery> queries) {
        Set<GramQuery> parts = new LinkedHashSet<>();
        int size = 0;
        for (GramQuery query : queries) {
            if (query instanceof All) {
                return query;
            }
            if (!(query instanceof None)) {
                parts.addAll(query instanceof Or or ? or.parts() : List.of(query));
                size += query.size();
            }
        }
        if (size > LARGEST || parts.stream().filter(Pair.class::isInstance).count() > MOST_PAIRS) {
            return new All();
        }
        return parts.isEmpty()
                ? new None()
                : parts.size() == 1 ? parts.iterator().next() : new Or(List.copyOf(parts));
    }

    /** Whether there are pairs in it. */
    default boolean hasPair() {
        return switch (this) {
            case All all -> false;
            case None none -> false;
            case Gram gram -> false;
            case Pair pair -> true;
            case And and -> and.parts().stream().anyMatch(GramQuery::hasPair);
            case Or or -> or.parts().stream().anyMatch(GramQuery::hasPair);
        };
    }

    /** Trigrams and pairs it names. */
    default int size() {
        return switch (this) {
            case All all -> 0;
            case None none -> 0;
            case Gram gram -> 1;
            case Pair pair -> 1;
            case And and -> and.parts().stream().mapToInt(GramQuery::size).sum();
            case Or or -> or.parts().stream().mapToInt(GramQuery::size).sum();
        };
    }
}
