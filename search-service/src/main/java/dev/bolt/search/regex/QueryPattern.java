package dev.bolt.search.regex;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of Java's, and the slower one for texts with stray bytes, made when the first comes. Immutable. */
final class QueryPattern {
    private final Function<WordPlaces, Pattern> compile;
    private final Pattern plain;
    private volatile @Nullable Pattern besideStrays;

    QueryPattern(Function<WordPlaces, Pattern> compile) {
        this.compile = compile;
        this.plain = compile.apply(WordPlaces.PLAIN);
    }

    Matcher matcher(CharSequence text, boolean strays) {
        if (!strays) {
            return plain.matcher(text);
        }
        Pattern pattern = besideStrays;
        if (pattern == null) {
            pattern = compile.apply(WordPlaces.BESIDE_STRAYS);
            besideStrays = pattern;
        }
        return pattern.matcher(text);
    }

    /** As Java has it, for texts without stray bytes. */
    String java() {
        return plain.pattern();
    }
}
