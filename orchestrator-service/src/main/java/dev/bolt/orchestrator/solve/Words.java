package dev.bolt.orchestrator.solve;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text as they are compared: identifiers are cut at case changes, underscores and digits, and plural,
 * past and progressive endings are dropped (step 1 of Porter's stemmer, Program 14(3), 1980, simplified).
 */
public final class Words {
    private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");
    private static final int SHORTEST = 3;

    private Words() {}

    /** The stems of all words of a text, in the order of their first occurrence; linear in its length. */
    public static Set<String> stems(String text) {
        var stems = new LinkedHashSet<String>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            stems.add(stem(matcher.group().toLowerCase(Locale.ROOT)));
        }
        return stems;
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
