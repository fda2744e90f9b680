package dev.bolt.analysis.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Joins two names by a dot, mostly without making a text: few pairs make up most of a workspace, such as {@code self}
 * and a name. A table of {@value #SLOTS} remembers them. Safe for many threads without locks: a race, or a pair that
 * pushed another from its slot, costs one more text.
 */
public final class Dotted {
    private static final int SLOTS = 1 << 14;

    private static final @Nullable Pair[] PAIRS = new Pair[SLOTS];

    private Dotted() {}

    private record Pair(String before, String after, String dotted) {}

    /** {@code before.after}. */
    public static String of(String before, String after) {
        int hash = before.hashCode() * 31 + after.hashCode();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        Pair known = PAIRS[slot];
        if (known != null && known.after.equals(after) && known.before.equals(before)) {
            return known.dotted;
        }
        String dotted = before + "." + after;
        PAIRS[slot] = new Pair(before, after, dotted);
        return dotted;
    }
}
