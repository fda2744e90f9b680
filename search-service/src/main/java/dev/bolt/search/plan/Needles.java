package dev.bolt.search.plan;

import dev.bolt.search.regex.Regex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Strings of which every match of a pattern holds at least one, chosen long and few, so that a text can be passed over
 * quickly. Each char of a string is a byte of UTF-8, or {@link #EITHER_CASE} with a small letter for that letter in
 * either case.
 *
 * @param strings none of them empty
 * @param whole whether a match is one of them, and where one stands there is a match
 */
public record Needles(List<String> strings, boolean whole) {
    /** The bit that says: this letter, small or capital. */
    public static final char EITHER_CASE = 0x100;

    private static final int MOST_CHARACTERS = 8;
    private static final int MOST_STRINGS = 64;
    private static final int LONGEST = 64;

    public Needles {
        strings = List.copyOf(strings);
    }

    /** The best needles of a pattern; none if a match need hold no certain string. */
    public static Optional<Needles> of(Regex regex) {
        Found found = find(regex);
        Set<String> best = better(found.exact, found.inner);
        if (best == null || best.isEmpty() || value(best) <= 0) {
            return Optional.empty();
        }
        boolean all = best.equals(found.exact) && !regex.holds(part -> part instanceof Regex.Look);
        return Optional.of(new Needles(best.stream().sorted().toList(), all));
    }

    /**
     * The only one that can stand in a line that is ASCII, if all matches there are where it stands; empty if there are
     * others, or matches elsewhere.
     */
    public Optional<String> literalInAscii() {
        List<String> ascii = strings.stream()
                .filter(string -> string.chars().allMatch(c -> (c & ~EITHER_CASE) < 0x80))
                .toList();
        return whole && ascii.size() == 1 ? Optional.of(ascii.getFirst()) : Optional.empty();
    }

    /**
     * Those that can stand in a text of which all trigrams without a line end are known; all if none can. Only those
     * beyond ASCII are looked at: letters of either case bring them in ({@code ſ} is an {@code s}), and hardly a text
     * has them.
     *
     * @param known whether a trigram, its first byte in bits 16 to 23, is somewhere in the text
     */
    public Needles among(IntPredicate known) {
        List<String> left =
                strings.stream().filter(string -> mayStand(string, known)).toList();
        return left.isEmpty() || left.size() == strings.size() ? this : new Needles(left, whole);
    }

    private static boolean mayStand(String string, IntPredicate known) {
        for (int i = 0; i + 2 < string.length(); i++) {
            String three = string.substring(i, i + 3);
            boolean ascii = three.chars().allMatch(c -> (c & ~EITHER_CASE) < 0x80);
            if (!ascii && three.indexOf('\n') < 0 && cases(three).noneMatch(known)) {
                return false;
            }
        }
        return true;
    }

    /** The trigrams that three bytes may be. */
    private static IntStream cases(String three) {
        IntStream grams = IntStream.of(0);
        for (int i = 0; i < 3; i++) {
            char c = three.charAt(i);
            int small = c & 0xFF;
            int other = (c & EITHER_CASE) != 0 ? small - 32 : small;
            grams = grams.flatMap(gram -> IntStream.of(gram << 8 | small, gram << 8 | other));
        }
        return grams;
    }

    /** The string that every match begins with, as far as it is one; empty if none is known. */
    public static Optional<Needles> prefix(Regex regex) {
        String prefix = beginning(regex);
        return prefix.isEmpty() ? Optional.empty() : Optional.of(new Needles(List.of(prefix), false));
    }

    private static String beginning(Regex regex) {
        Set<String> exact = find(regex).exact;
        if (exact != null) {
            return exact.size() == 1 ? exact.iterator().next() : "";
        }
        var prefix = new StringBuilder();
        if (regex instanceof Regex.All all) {
            for (Regex part : all.parts()) {
                prefix.append(beginning(part));
                Set<String> whole = find(part).exact;
                if (whole == null || whole.size() != 1) {
                    break;
                }
            }
        }
        return prefix.toString();
    }

    /**
     * @param exact all that a match can be; null if unknown
     * @param inner what a match holds one of; null if unknown
     */
    private record Found(
            @Nullable Set<String> exact, @Nullable Set<String> inner) {}

    private static Found find(Regex regex) {
        return switch (regex) {
            case Regex.Char c -> new Found(Set.of(GramPlan.utf8(c.codePoint())), null);
            case Regex.OneOf one -> new Found(oneOf(one.set().few(MOST_CHARACTERS)), null);
            case Regex.Look look -> new Found(Set.of(""), null);
            case Regex.Repeat repeat -> repeat(repeat);
            case Regex.All all -> all(all.parts());
            case Regex.First first -> first(first.alternatives());
        };
    }

    private static @Nullable Set<String> oneOf(Optional<int[]> few) {
        if (few.isEmpty()) {
            return null;
        }
        Set<Integer> rest = new HashSet<>();
        Arrays.stream(few.get()).forEach(rest::add);
        Set<String> strings = new HashSet<>();
        for (int letter = 'a'; letter <= 'z'; letter++) {
            if (rest.contains(letter) && rest.contains(letter - 32)) {
                rest.removeAll(List.of(letter, letter - 32));
                strings.add("" + (char) (EITHER_CASE | letter));
            }
        }
        rest.forEach(c -> strings.add(GramPlan.utf8(c)));
        return strings;
    }

    private static Found repeat(Regex.Repeat repeat) {
        Found once = find(repeat.what());
        if (repeat.least() == 0) {
            Set<String> maybe = repeat.most() == 1 ? union(once.exact, Set.of("")) : null;
            return new Found(repeat.most() == 0 ? Set.of("") : maybe, null);
        }
        return repeat.most() == 1 ? once : new Found(null, better(once.exact, once.inner));
    }

    private static Found all(List<Regex> parts) {
        @Nullable Set<String> best = null;
        Set<String> run = Set.of("");
        boolean whole = true;
        for (Regex part : parts) {
            Found next = find(part);
            Set<String> longer = next.exact == null ? null : cross(run, next.exact);
            best = better(best, next.inner);
            if (longer != null) {
                run = longer;
            } else {
                whole = false;
                best = better(best, run);
                run = next.exact == null ? Set.of("") : next.exact;
            }
        }
        return whole ? new Found(run, best) : new Found(null, better(best, run));
    }

    private static Found first(List<Regex> alternatives) {
        @Nullable Set<String> exact = Set.of();
        @Nullable Set<String> inner = Set.of();
        for (Regex alternative : alternatives) {
            Found one = find(alternative);
            exact = union(exact, one.exact);
            inner = union(inner, better(one.exact, one.inner));
        }
        return new Found(exact, inner);
    }

    private static @Nullable Set<String> union(@Nullable Set<String> left, @Nullable Set<String> right) {
        if (left == null || right == null) {
            return null;
        }
        Set<String> both = new HashSet<>(left);
        both.addAll(right);
        return both.size() > MOST_STRINGS ? null : both;
    }

    private static @Nullable Set<String> cross(Set<String> left, Set<String> right) {
        if (left.size() * right.size() > MOST_STRINGS) {
            return null;
        }
        Set<String> all = new HashSet<>();
        for (String a : left) {
            for (String b : right) {
                if (a.length() + b.length() > LONGEST) {
                    return null;
                }
                all.add(a + b);
            }
        }
        return all;
    }

    private static @Nullable Set<String> better(@Nullable Set<String> left, @Nullable Set<String> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return value(right) > value(left) ? right : left;
    }

    /** A byte more is worth some 16 times fewer chance hits; a string more is a pass more over the text. */
    private static double value(Set<String> strings) {
        if (strings.isEmpty()) {
            return Double.MAX_VALUE;
        }
        List<Integer> lengths = new ArrayList<>();
        strings.forEach(s -> lengths.add(Math.min(s.length(), 8)));
        int shortest = lengths.stream().mapToInt(Integer::intValue).min().orElse(0);
        return shortest == 0 ? 0 : shortest - Math.log(strings.size()) / Math.log(4);
    }
}
