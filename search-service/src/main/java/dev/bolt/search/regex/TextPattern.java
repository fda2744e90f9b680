package dev.bolt.search.regex;

import dev.bolt.api.search.TextQuery;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The patterns of a query as one of Java's over a whole text, for a search across lines. A byte that is no UTF-8 stands
 * in the text as {@link BrokenByte} says; no match holds one. Immutable.
 */
public final class TextPattern {
    private final Regex regex;
    private final QueryPattern pattern;
    private final boolean asksForPlaces;

    private TextPattern(Regex regex, QueryPattern pattern, boolean asksForPlaces) {
        this.regex = regex;
        this.asksForPlaces = asksForPlaces;
        this.pattern = pattern;
    }

    /**
     * The pattern of a query; empty if no match of it can hold a line end or ask for one, so that ripgrep, too,
     * searches by lines (its {@code non_matching_bytes}).
     *
     * @throws dev.bolt.platform.problem.ProblemException BAD_PATTERN if ripgrep refuses it, too; UNSUPPORTED_OPTION for
     *     what only ripgrep can, here also the ends of a text and what may be empty
     */
    public static Optional<TextPattern> of(TextQuery query) {
        Regex regex = QueryRegex.of(query, true);
        if (!query.lineRegexp() && !regex.holds(TextPattern::meetsLineEnd)) {
            return Optional.empty();
        }
        if (regex.canBeEmpty() || regex.holds(TextPattern::isTextEnd)) {
            throw Refusal.unsupported(
                    query.patterns().getFirst(), "a search across lines for what is empty or at the end of a text");
        }
        return Optional.of(new TextPattern(
                regex,
                new QueryPattern(words -> QueryRegex.compile(query, part -> JavaPattern.ofText(part, words), regex)),
                query.wordRegexp() || query.lineRegexp() || regex.holds(part -> part instanceof Regex.Look)));
    }

    /** What a match is, before {@code -w} and {@code -x} say where it may stand. */
    public Regex regex() {
        return regex;
    }

    /** Whether it depends on what stands around a match. */
    public boolean asksForPlaces() {
        return asksForPlaces;
    }

    /**
     * A matcher that takes the ends of its region for the ends of the text.
     *
     * @param strays whether there are stray bytes in the text
     */
    public Matcher matcher(CharSequence text, boolean strays) {
        return pattern.matcher(text, strays);
    }

    private static boolean meetsLineEnd(Regex part) {
        return switch (part) {
            case Regex.Char c -> c.codePoint() == '\n';
            case Regex.OneOf one -> one.set().holds('\n');
            case Regex.Look look ->
                look.place() == Regex.Place.START || look.place() == Regex.Place.END || isTextEnd(look);
            default -> false;
        };
    }

    private static boolean isTextEnd(Regex part) {
        return part instanceof Regex.Look look && look.place() == Regex.Place.TEXT_END;
    }
}
