package dev.bolt.orchestrator.solve;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as they are compared: identifiers are cut at case changes, underscores and digits, and plural,
 * past and progressive endings are dropped (step 1 of Porter's stemmer, Program 14(3), 1980, simplified).
 */
public final class Words {
    private static final int SHORTEST = 3;
    private static final int LETTERS = 26;
    private static final char LOWER = 'a' ^ 'A';

    private Words() {}

    /** The stems of all words of a text, in the order of their first occurrence; linear in its length. */
    public static Set<String> stems(String text) {
        var stems = new LinkedHashSet<String>();
        for (int start = next(text, 0); start < text.length(); ) {
            int end = end(text, start);
            stems.add(stem(text.substring(start, end).toLowerCase(Locale.ROOT)));
            start = next(text, end);
        }
        return stems;
    }

    /**
     * Those of these stems that a text has; linear in its length, and makes no string of a word that begins as none of
     * them does: a stem is the beginning of its words, but for its last letter.
     */
    public static Set<String> among(String text, Collection<String> stems) {
        var openings = new BitSet(LETTERS * LETTERS);
        for (String stem : stems) {
            addOpenings(openings, stem);
        }
        var found = new HashSet<String>();
        for (int start = next(text, 0); start < text.length() && found.size() < stems.size(); ) {
            int end = end(text, start);
            if (end - start == 1 || openings.get(opening(text.charAt(start), text.charAt(start + 1)))) {
                String stem = stem(text.substring(start, end).toLowerCase(Locale.ROOT));
                if (stems.contains(stem)) {
                    found.add(stem);
                }
            }
            start = next(text, end);
        }
        return found;
    }

    private static void addOpenings(BitSet openings, String stem) {
        if (stem.length() > 2) {
            openings.set(opening(stem.charAt(0), stem.charAt(1)));
        } else if (!stem.isEmpty()) {
            int row = opening(stem.charAt(0), 'a');
            openings.set(row, row + LETTERS);
        }
    }

    private static int opening(char first, char second) {
        return ((first | LOWER) - 'a') * LETTERS + (second | LOWER) - 'a';
    }

    /** Where the next word begins, at this place or after it; the end of the text if none does. */
    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** One capital and small letters, or capitals, the last of which begins the next word if a small letter follows. */
    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && isCapital(text.charAt(at))) {
            at++;
        }
        int capitals = at - start;
        boolean small = at < text.length() && isSmall(text.charAt(at));
        if (small && capitals > 1) {
            return at - 1;
        }
        while (at < text.length() && isSmall(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return isSmall(c) || isCapital(c);
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** The stem of one lower-case word; a stem is its own stem in most cases, and never longer than the word. */
    public static String stem(String word) {
        String stem = singular(word);
        if (stem.endsWith("ing") && stem.length() > SHORTEST + 2) {
            stem = single(stem.substring(0, stem.length() - 3));
        } else if (stem.endsWith("ed") && stem.length() > SHORTEST + 1) {
            stem = single(stem.substring(0, stem.length() - 2));
        }
        if (stem.length() > SHORTEST && stem.endsWith("e")) {
            return stem.substring(0, stem.length() - 1);
        }
        return stem.length() > SHORTEST && stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "i" : stem;
    }

    private static String singular(String word) {
        if (word.length() > SHORTEST + 1 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > SHORTEST && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** Stripping and strip are one word, calling and call, too. */
    private static String single(String stem) {
        int last = stem.length() - 1;
        boolean twice = last >= SHORTEST && stem.charAt(last) == stem.charAt(last - 1);
        return twice && "ls".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
    }
}
