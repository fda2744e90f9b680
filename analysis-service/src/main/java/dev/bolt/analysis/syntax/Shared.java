package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * Equal texts as one object, as far as a table of {@value #SLOTS} remembers: names repeat, and a model of many files is
 * 40 % larger when each keeps its own. As {@link String#intern} without its costs: the collector of garbage looks at
 * each interned text each time, and a text is found in native code. Safe for many threads without locks: a race, or a
 * text that pushed another from its slot, costs one more copy.
 */
public final class Shared {
    private static final int SLOTS = 1 << 18;

    private static final int PAIRS = 1 << 14;

    private static final @Nullable String[] TEXTS = new String[SLOTS];
    private static final @Nullable Pair[] DOTTED = new Pair[PAIRS];

    private record Pair(String before, String after, String dotted) {}

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

    /**
     * The ASCII text between these places of a source.
     *
     * @param hash that {@link String#hashCode} tells for it
     */
    static String text(byte[] source, int start, int end, int hash) {
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        String known = TEXTS[slot];
        if (known != null && isAt(known, source, start, end)) {
            return known;
        }
        String text = new String(source, start, end - start, ISO_8859_1);
        TEXTS[slot] = text;
        return text;
    }

    private static boolean isAt(String text, byte[] source, int start, int end) {
        if (text.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (text.charAt(i - start) != source[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code before.after}. */
    public static String dotted(String before, String after) {
        int hash = before.hashCode() * 31 + after.hashCode();
        int slot = (hash ^ hash >>> 15) & PAIRS - 1;
        Pair known = DOTTED[slot];
        if (known != null && known.after.equals(after) && known.before.equals(before)) {
            return known.dotted;
        }
        String dotted = text(before + "." + after);
        DOTTED[slot] = new Pair(before, after, dotted);
        return dotted;
    }
}
