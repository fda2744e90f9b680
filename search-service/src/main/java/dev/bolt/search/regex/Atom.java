package dev.bolt.search.regex;

import org.jspecify.annotations.Nullable;

/**
 * What an escape or a single character stands for: a character, a set of them, or a place.
 *
 * @param span where it is written
 * @param codePoint the character; -1 if it is none
 * @param set of characters
 * @param place that it asks for
 */
record Atom(Span span, int codePoint, @Nullable CharacterSet set, Regex.@Nullable Look place) {
    private static final int NONE = -1;

    static Atom character(Span span, int codePoint) {
        return new Atom(span, codePoint, null, null);
    }

    static Atom set(Span span, CharacterSet set) {
        return new Atom(span, NONE, set, null);
    }

    static Atom place(Span span, Regex.Place place, boolean ascii) {
        return new Atom(span, NONE, null, new Regex.Look(place, ascii));
    }

    boolean isCharacter() {
        return codePoint != NONE;
    }
}
