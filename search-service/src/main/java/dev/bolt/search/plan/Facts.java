package dev.bolt.search.plan;

import dev.bolt.search.trigram.GramQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every match of a part of a pattern. Immutable.
 *
 * @param canBeEmpty whether it may be the empty string
 * @param exact all strings that it can be; null if they are not known, or too many
 * @param prefix it begins with one of these
 * @param suffix it ends with one of these
 * @param holds trigrams that it holds, beside those of {@code exact}
 */
record Facts(boolean canBeEmpty, @Nullable Set<String> exact, Set<String> prefix, Set<String> suffix, GramQuery holds) {
    private static final int MOST_EXACT = 16;
    private static final int MOST_ENDS = 48;

    static Facts exactly(Set<String> strings) {
        return new Facts(strings.contains(""), strings, strings, strings, new GramQuery.All()).bounded();
    }

    static Facts anything(boolean canBeEmpty) {
        return new Facts(canBeEmpty, null, Set.of(""), Set.of(""), new GramQuery.All());
    }

    /** This and then the other. */
    Facts then(Facts next) {
        GramQuery both = GramQuery.all(List.of(holds, next.holds));
        boolean empty = canBeEmpty && next.canBeEmpty;
        if (exact != null && next.exact != null) {
            Set<String> crossed = cross(exact, next.exact);
            return new Facts(empty, crossed, crossed, crossed, both).bounded();
        }
        Set<String> begin =
                exact != null ? cross(exact, next.prefix) : union(prefix, canBeEmpty ? next.prefix : Set.of());
        Set<String> end = next.exact != null
                ? cross(suffix, next.exact)
                : union(next.suffix, next.canBeEmpty ? suffix : Set.of());
        if (exact == null && next.exact == null) {
            both = GramQuery.all(List.of(both, grams(cross(suffix, next.prefix))));
        }
        return new Facts(empty, null, begin, end, both).bounded();
    }

    /** This or the other. */
    Facts or(Facts other) {
        boolean empty = canBeEmpty || other.canBeEmpty;
        if (exact != null && other.exact != null) {
            Set<String> both = union(exact, other.exact);
            GramQuery either = GramQuery.any(List.of(holds, other.holds));
            return new Facts(empty, both, both, both, either).bounded();
        }
        return new Facts(
                        empty,
                        null,
                        union(prefix, other.prefix),
                        union(suffix, other.suffix),
                        GramQuery.any(List.of(query(), other.query())))
                .bounded();
    }

    /** As this, but with the suffixes of another that it is known to end as. */
    Facts endingAs(Facts other) {
        return new Facts(canBeEmpty, exact, prefix, other.suffix, holds).bounded();
    }

    /** All trigrams that are known. */
    GramQuery query() {
        return exact != null
                ? GramQuery.all(List.of(holds, grams(exact)))
                : GramQuery.all(List.of(holds, grams(prefix), grams(suffix)));
    }

    /** The same or less: strings that grow too many or too long become trigrams and short ends. */
    private Facts bounded() {
        if (exact != null && exact.size() <= MOST_EXACT && shortest(exact) <= 3) {
            return this;
        }
        GramQuery known = query();
        return new Facts(canBeEmpty, null, ends(prefix, true), ends(suffix, false), known);
    }

    private static Set<String> ends(Set<String> strings, boolean first) {
        Set<String> ends = strings;
        for (int length = 2; length == 2 || (ends.size() > MOST_ENDS && length >= 0); length--) {
            Set<String> shorter = new HashSet<>();
            for (String s : ends) {
                int n = Math.min(length, s.length());
                shorter.add(first ? s.substring(0, n) : s.substring(s.length() - n));
            }
            ends = shorter;
        }
        return ends;
    }

    private static GramQuery grams(Set<String> strings) {
        List<GramQuery> each = new ArrayList<>();
        for (String s : strings) {
            each.add(GramQuery.of(s));
        }
        return GramQuery.any(each);
    }

    private static int shortest(Set<String> strings) {
        return strings.stream().mapToInt(String::length).min().orElse(0);
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        Set<String> both = new HashSet<>(left);
        both.addAll(right);
        return both;
    }

    private static Set<String> cross(Set<String> left, Set<String> right) {
        Set<String> all = new HashSet<>();
        for (String a : left) {
            for (String b : right) {
                all.add(a + b);
            }
        }
        return all;
    }
}
