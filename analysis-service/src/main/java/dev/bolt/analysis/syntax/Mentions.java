package dev.bolt.analysis.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that a module mentions: bare names, and words of short strings, which may be annotations. Filled by the
 * parser, only read afterwards; where the module has a syntax error it may have names of what was dropped.
 */
public final class Mentions {
    private static final int LONGEST_ANNOTATION = 300;

    private final Names names;
    private final List<String> texts = new ArrayList<>();

    Mentions(byte[] source) {
        names = new Names(source);
    }

    Names names() {
        return names;
    }

    /** A string literal has this value. */
    void text(String value) {
        if (value.length() <= LONGEST_ANNOTATION) {
            texts.add(value);
        }
    }

    /** Whether some statements that mention a watched name may lack {@link Kinds#WATCHED}. */
    public boolean watchedLate() {
        return names.watchedLate();
    }

    /** Whether the name is mentioned. */
    public boolean contains(String name) {
        if (names.mentions(name)) {
            return true;
        }
        for (String text : texts) {
            if (hasWord(text, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !inside(text.charAt(at - 1));
            if (begins && (end == text.length() || !inside(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
