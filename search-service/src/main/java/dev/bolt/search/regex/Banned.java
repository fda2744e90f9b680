package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.All;
import dev.bolt.search.regex.Regex.Char;
import dev.bolt.search.regex.Regex.First;
import dev.bolt.search.regex.Regex.Look;
import dev.bolt.search.regex.Regex.OneOf;
import dev.bolt.search.regex.Regex.Repeat;

/**
 * Refuses patterns that ask for a character which no match can hold, as ripgrep 15 does (grep-regex, {@code ban.rs} and
 * {@code strip.rs}): a NUL, which ends the search of a file, and in a search by lines their end. A set that has others,
 * too, may have it.
 */
final class Banned {
    private Banned() {}

    private enum Found {
        NOWHERE,
        /** Where Rust may make a set of alternatives that are one character each. */
        AMONG_ALTERNATIVES,
        FOR_CERTAIN
    }

    /**
     * Checks what the patterns mean.
     *
     * @param shown in a refusal
     * @throws dev.bolt.platform.problem.ProblemException BAD_PATTERN, or UNSUPPORTED_OPTION where ripgrep may know
     *     better
     */
    static void check(Regex regex, boolean acrossLines, String shown) {
        refuse(find(regex, 0), "pattern contains \"\\0\" but it is impossible to match", shown);
        if (!acrossLines) {
            refuse(find(regex, '\n'), "the literal \"\\n\" is not allowed in a regex", shown);
        }
    }

    private static void refuse(Found found, String reason, String shown) {
        switch (found) {
            case FOR_CERTAIN -> throw Refusal.bad(reason);
            case AMONG_ALTERNATIVES -> throw Refusal.unsupported(shown, "a NUL or line end among the alternatives");
            case NOWHERE -> {}
        }
    }

    private static Found find(Regex regex, int codePoint) {
        return switch (regex) {
            case Char c -> c.codePoint() == codePoint ? Found.FOR_CERTAIN : Found.NOWHERE;
            case OneOf one -> one.set().isOnly(codePoint) ? Found.FOR_CERTAIN : Found.NOWHERE;
            case Look look -> Found.NOWHERE;
            case Repeat repeat -> repeat.most() == 0 ? Found.NOWHERE : find(repeat.what(), codePoint);
            case All all ->
                all.parts().stream().map(part -> find(part, codePoint)).reduce(Found.NOWHERE, Banned::worse);
            case First first ->
                first.alternatives().stream().allMatch(one -> find(one, codePoint) == Found.NOWHERE)
                        ? Found.NOWHERE
                        : Found.AMONG_ALTERNATIVES;
        };
    }

    private static Found worse(Found left, Found right) {
        return left.compareTo(right) > 0 ? left : right;
    }
}
