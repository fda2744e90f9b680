package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.All;
import dev.bolt.search.regex.Regex.Char;
import dev.bolt.search.regex.Regex.First;
import dev.bolt.search.regex.Regex.Look;
import dev.bolt.search.regex.Regex.OneOf;
import dev.bolt.search.regex.Regex.Repeat;
import java.util.stream.Collectors;

/**
 * Writes what a pattern means in Java's syntax, for {@code UNICODE_CHARACTER_CLASS} and {@code UNIX_LINES}. Both
 * engines prefer the leftmost match and among those the first alternative, so the same meaning is the same match.
 */
final class JavaPattern {
    /** A byte that is no UTF-8, as {@link LinePattern} shows it; beside one Rust finds no half of a word's border. */
    private static final String BROKEN = "[\\x{d800}-\\x{d87f}]";

    /** Stands in what is written only where it is meant: other backslashes are written as code points. */
    static final String TEXT_END = "\\z";

    private static final String ASCII_WORD = "[0-9A-Za-z_]";

    private JavaPattern() {}

    static String of(Regex regex) {
        return switch (regex) {
            case Char c -> character(c.codePoint());
            case OneOf one -> one.set().toJava();
            case Look look -> look.ascii() ? asciiPlace(look.place()) : place(look.place());
            case Repeat repeat -> atom(repeat.what()) + bounds(repeat) + (repeat.greedy() ? "" : "?");
            case All all ->
                all.parts().stream()
                        .map(part -> part instanceof First ? "(?:" + of(part) + ")" : of(part))
                        .collect(Collectors.joining());
            case First first ->
                first.alternatives().stream().map(JavaPattern::of).collect(Collectors.joining("|"));
        };
    }

    private static String atom(Regex regex) {
        return regex instanceof Char || regex instanceof OneOf ? of(regex) : "(?:" + of(regex) + ")";
    }

    private static String bounds(Repeat repeat) {
        return "{" + repeat.least() + "," + (repeat.most() < 0 ? "" : repeat.most()) + "}";
    }

    private static String character(int codePoint) {
        boolean plain = codePoint >= 128 ? Character.isLetter(codePoint) : Character.isLetterOrDigit(codePoint);
        return plain ? Character.toString(codePoint) : "\\x{%x}".formatted(codePoint);
    }

    private static String place(Regex.Place place) {
        return switch (place) {
            case START -> "^";
            case END -> "$";
            case TEXT_END -> TEXT_END;
            case WORD -> "\\b";
            case NOT_WORD -> "(?:(?<!%1$s)(?!%1$s)\\B)".formatted(BROKEN);
            case WORD_START -> "(?:\\b(?=\\w))";
            case WORD_END -> "(?:\\b(?!\\w))";
            case WORD_START_HALF -> "(?:(?<!%s)(?:\\b(?=\\w)|\\B(?!\\w)))".formatted(BROKEN);
            case WORD_END_HALF -> "(?:(?![\\w\\x{d800}-\\x{d87f}]))";
        };
    }

    private static String asciiPlace(Regex.Place place) {
        String before = "(?<=" + ASCII_WORD + ")";
        String notBefore = "(?<!" + ASCII_WORD + ")";
        String after = "(?=" + ASCII_WORD + ")";
        String notAfter = "(?!" + ASCII_WORD + ")";
        return switch (place) {
            case START, END, TEXT_END -> place(place);
            case WORD -> "(?:" + before + notAfter + "|" + notBefore + after + ")";
            case NOT_WORD -> "(?:" + before + after + "|" + notBefore + notAfter + ")";
            case WORD_START -> "(?:" + notBefore + after + ")";
            case WORD_END -> "(?:" + before + notAfter + ")";
            case WORD_START_HALF -> notBefore;
            case WORD_END_HALF -> notAfter;
        };
    }
}
