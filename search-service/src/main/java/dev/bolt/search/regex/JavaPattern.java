package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.All;
import dev.bolt.search.regex.Regex.Char;
import dev.bolt.search.regex.Regex.First;
import dev.bolt.search.regex.Regex.Look;
import dev.bolt.search.regex.Regex.OneOf;
import dev.bolt.search.regex.Regex.Repeat;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Writes what a pattern means in Java's syntax, for {@code UNICODE_CHARACTER_CLASS} and {@code UNIX_LINES}. Both
 * engines prefer the leftmost match and among those the first alternative, so the same meaning is the same match.
 */
final class JavaPattern {
    /** Stands in what is written only where it is meant: other backslashes are written as code points. */
    static final String TEXT_END = "\\z";

    private static final int MOST_ROUNDS = 40;
    private static final int LONGEST_ROUND = 4096;
    private static final String ASCII_WORD = "[0-9A-Za-z_]";

    private final String start;
    private final String end;
    private final WordPlaces words;
    private final Function<CharacterSet, String> oneOf;

    private JavaPattern(String start, String end, WordPlaces words, Function<CharacterSet, String> oneOf) {
        this.start = start;
        this.end = end;
        this.words = words;
        this.oneOf = oneOf;
    }

    /** For a line without its line end. */
    static String ofLine(Regex regex, WordPlaces words) {
        return new JavaPattern("^", "$", words, CharacterSet::toJava).write(regex);
    }

    /** For a text of lines. Java's own {@code ^} is nowhere at the end of a text, Rust's is after a last line end. */
    static String ofText(Regex regex, WordPlaces words) {
        return new JavaPattern("(?<![^\\n])", "(?![^\\n])", words, JavaPattern::whole).write(regex);
    }

    /** But for bytes that are no UTF-8; in a line the scan itself stops at them. */
    private static String whole(CharacterSet set) {
        String java = set.toJava();
        String all = java.startsWith("[") ? java : "\\x{0}-\\x{10ffff}";
        return set.isAscii() ? java : "[" + all + "&&[^" + BrokenByte.ANY + "]]";
    }

    private String write(Regex regex) {
        return switch (regex) {
            case Char c -> character(c.codePoint());
            case OneOf one -> oneOf.apply(one.set());
            case Look look -> look.ascii() ? asciiPlace(look.place()) : place(look.place());
            case Repeat repeat -> repeat(repeat);
            case All all ->
                all.parts().stream()
                        .map(part -> part instanceof First ? "(?:" + write(part) + ")" : write(part))
                        .collect(Collectors.joining());
            case First first -> first.alternatives().stream().map(this::write).collect(Collectors.joining("|"));
        };
    }

    /**
     * Java ends a loop at an empty round, even before the least number of rounds: these are written one by one. Rust
     * rather goes on with a round that is not empty, so that a loop whose rounds prefer to be empty is left to it.
     */
    private String repeat(Repeat repeat) {
        String once = atom(repeat.what());
        if (repeat.most() < 0 && repeat.what().mayPreferEmpty()) {
            throw new PatternSyntaxException("Rounds without end that prefer to be empty", once, -1);
        }
        String greed = repeat.greedy() ? "" : "?";
        if (repeat.least() < 2 || !repeat.what().canBeEmpty()) {
            return once + bounds(repeat.least(), repeat.most()) + greed;
        }
        if (repeat.least() > MOST_ROUNDS || once.length() > LONGEST_ROUND) {
            throw new PatternSyntaxException("Too many rounds that may be empty", once, -1);
        }
        int before = repeat.least() - 1;
        return once.repeat(before) + once + bounds(1, repeat.most() < 0 ? -1 : repeat.most() - before) + greed;
    }

    private String atom(Regex regex) {
        return regex instanceof Char || regex instanceof OneOf ? write(regex) : "(?:" + write(regex) + ")";
    }

    private static String bounds(int least, int most) {
        return "{" + least + "," + (most < 0 ? "" : most) + "}";
    }

    private static String character(int codePoint) {
        boolean plain = codePoint >= 128 ? Character.isLetter(codePoint) : Character.isLetterOrDigit(codePoint);
        return plain ? Character.toString(codePoint) : "\\x{%x}".formatted(codePoint);
    }

    private String place(Regex.Place place) {
        return switch (place) {
            case START -> start;
            case END -> end;
            case TEXT_END -> TEXT_END;
            case WORD, NOT_WORD, WORD_START, WORD_END, WORD_START_HALF, WORD_END_HALF -> words.of(place);
        };
    }

    private String asciiPlace(Regex.Place place) {
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
