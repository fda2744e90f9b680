package dev.bolt.einstein.chunk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line on which a statement begins.
 *
 * @param number 1-based
 * @param indent columns before the first character, a tab reaching to the next multiple of 8
 * @param text without indentation
 */
record PythonLine(int number, int indent, String text) {
    private static final Pattern DEFINITION =
            Pattern.compile("(?:async[ \\t]+)?(def|class)[ \\t]+([\\p{L}_][\\p{L}\\p{N}_]*).*");

    /** What a line defines. */
    record Head(boolean isClass, String name) {}

    static PythonLine of(int number, String line) {
        int indent = 0;
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            indent = line.charAt(at) == '\t' ? (indent / 8 + 1) * 8 : indent + 1;
            at++;
        }
        return new PythonLine(number, indent, line.substring(at));
    }

    static boolean defines(String line) {
        return DEFINITION.matcher(line.strip()).matches();
    }

    Optional<Head> head() {
        Matcher matcher = DEFINITION.matcher(text);
        return matcher.matches()
                ? Optional.of(new Head(matcher.group(1).equals("class"), matcher.group(2)))
                : Optional.empty();
    }

    boolean decorates() {
        return text.startsWith("@");
    }

    /** Neither blank nor a comment alone. */
    boolean says() {
        return !text.isEmpty() && !text.startsWith("#");
    }
}
