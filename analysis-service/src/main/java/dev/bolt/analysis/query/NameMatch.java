package dev.bolt.analysis.query;

import dev.bolt.api.analysis.Symbol;
import java.util.Locale;

/**
 * How well a definition fits a wanted name, best first: equal, a prefix, the beginnings of its words ({@code bsc} or
 * {@code buildScore} for {@code build_symbol_cache_score}), a part, or all but a slip or two of the keyboard.
 */
enum NameMatch {
    EQUAL,
    PREFIX,
    WORDS,
    PART,
    SLIP,
    NONE;

    private static final int LETTERS_FOR_ONE_SLIP = 4;
    private static final int LETTERS_FOR_TWO_SLIPS = 8;

    /** Against name and qualified name, case-insensitive; the empty one fits all alike. */
    static NameMatch of(Symbol symbol, String wanted) {
        if (wanted.isEmpty()) {
            return EQUAL;
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        String name = symbol.name().toLowerCase(Locale.ROOT);
        String qualified = symbol.qualifiedName().toLowerCase(Locale.ROOT);
        if (name.equals(lower) || qualified.equals(lower)) {
            return EQUAL;
        }
        if (name.startsWith(lower) || qualified.startsWith(lower)) {
            return PREFIX;
        }
        if (lower.length() > 1 && words(symbol.name(), 0, lower.replace("_", ""), 0)) {
            return WORDS;
        }
        if (qualified.contains(lower)) {
            return PART;
        }
        int slips = lower.length() >= LETTERS_FOR_TWO_SLIPS ? 2 : lower.length() >= LETTERS_FOR_ONE_SLIP ? 1 : 0;
        return slips > 0 && Slips.atMost(slips, name, lower) ? SLIP : NONE;
    }

    /** Whether the wanted letters from {@code j} on are the beginnings of words of the name from {@code i} on. */
    private static boolean words(String name, int i, String wanted, int j) {
        if (j == wanted.length()) {
            return true;
        }
        for (int start = i; start < name.length(); start++) {
            if (!begins(name, start)) {
                continue;
            }
            int taken = 0;
            while (j + taken < wanted.length()
                    && start + taken < name.length()
                    && (taken == 0 || !begins(name, start + taken))
                    && Character.toLowerCase(name.charAt(start + taken)) == wanted.charAt(j + taken)) {
                taken++;
            }
            for (int t = taken; t > 0; t--) {
                if (words(name, start + t, wanted, j + t)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean begins(String name, int at) {
        char c = name.charAt(at);
        if (c == '_') {
            return false;
        }
        char before = at == 0 ? '_' : name.charAt(at - 1);
        boolean hump = Character.isUpperCase(c)
                && (!Character.isUpperCase(before)
                        || at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1)));
        return before == '_' || hump || Character.isDigit(c) && !Character.isDigit(before);
    }
}
