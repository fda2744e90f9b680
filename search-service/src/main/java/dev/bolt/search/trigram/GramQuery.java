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

    /** Queries within each other: who walks through them goes as deep. */
    int DEEPEST = 64;

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
    record And(List<GramQuery> parts, Shape shape) implements GramQuery {}

    /** Texts that fit one part. */
    record Or(List<GramQuery> parts, Shape shape) implements GramQuery {}

    /**
     * What is known of a query without looking into it.
     *
     * @param size trigrams and pairs it names
     * @param depth how many queries are within each other
     * @param hasPair whether there are pairs in it
     */
    record Shape(int size, int depth, boolean hasPair) {
        private static final Shape NOTHING = new Shape(0, 0, false);

        private Shape with(Shape part) {
            return new Shape(size + part.size, Math.max(depth, part.depth + 1), hasPair || part.hasPair);
        }

        private static Shape of(Collection<GramQuery> parts) {
            Shape shape = NOTHING;
            for (GramQuery part : parts) {
                shape = shape.with(part.shape());
            }
            return shape;
        }
    }

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
            boolean small = size + query.size() <= LARGEST && query.shape().depth() < DEEPEST;
            if (small && !(query instanceof All)) {
                parts.addAll(query instanceof And and ? and.parts() : List.of(query));
                size += query.size();
            }
        }
        if (!parts.stream().allMatch(GramQuery::hasPair)) {
            parts.removeIf(GramQuery::hasPair);
        }
        return parts.isEmpty()
                ? new All()
                : parts.size() == 1 ? parts.iterator().next() : new And(List.copyOf(parts), Shape.of(parts));
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
        boolean deep = parts.stream().anyMatch(part -> part.shape().depth() >= DEEPEST);
        if (deep
                || size > LARGEST
                || parts.stream().filter(Pair.class::isInstance).count() > MOST_PAIRS) {
            return new All();
        }
        return parts.isEmpty()
                ? new None()
                : parts.size() == 1 ? parts.iterator().next() : new Or(List.copyOf(parts), Shape.of(parts));
    }

    /** What is known of it. O(1). */
    default Shape shape() {
        return switch (this) {
            case All all -> Shape.NOTHING;
            case None none -> Shape.NOTHING;
            case Gram gram -> new Shape(1, 0, false);
            case Pair pair -> new Shape(1, 0, true);
            case And and -> and.shape;
            case Or or -> or.shape;
        };
    }

    /** Whether there are pairs in it. */
    default boolean hasPair() {
        return shape().hasPair();
    }

    /** Trigrams and pairs it names. */
    default int size() {
        return shape().size();
    }
}
