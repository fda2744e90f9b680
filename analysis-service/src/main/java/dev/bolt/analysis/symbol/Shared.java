package dev.bolt.analysis.symbol;

/**
 * Equal texts as one object, as far as a table of {@value #SLOTS} remembers: names repeat, and a model of many files is
 * 40 % larger when each keeps its own. As {@link String#intern} without its costs: the collector of garbage looks at
 * each interned text each time, and a text is found in native code. Safe for many threads without locks: a race, or a
 * text that pushed another from its slot, costs one more copy.
 */
public final class Shared {
    private static final int SLOTS = 1 << 18;

    private static final String[] TEXTS = new String[SLOTS];

    private Shared() {}

    /** This text, or an equal one that was given before. */
    public static String text(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String known = TEXTS[slot];
        if (known != null && known.equals(text)) {
            return known;
        }
        TEXTS[slot] = text;
        return text;
    }
}
