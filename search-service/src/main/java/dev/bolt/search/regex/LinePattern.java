package dev.bolt.search.regex;

import dev.bolt.api.search.TextQuery;
import java.util.regex.Matcher;

/**
 * The patterns of a query as one of Java's over a line without its line end. In the line a byte that is no UTF-8 stands
 * as {@link BrokenByte} says; no match may hold one. Immutable.
 */
public final class LinePattern {
    private final Regex regex;
    private final QueryPattern pattern;
    private final boolean emptyAnywhere;
    private final boolean canBacktrack;
    private final boolean lineByLine;

    private LinePattern(Regex regex, QueryPattern pattern) {
        this.regex = regex;
        this.canBacktrack = regex.loops() > 1;
        this.pattern = pattern;
        this.lineByLine = pattern.java().contains(JavaPattern.TEXT_END);
        char broken = BrokenByte.alone((byte) 0x80);
        this.emptyAnywhere = matcher("" + broken + broken, false).region(1, 1).find();
    }

    /**
     * The pattern of a query.
     *
     * @throws dev.bolt.platform.problem.ProblemException BAD_PATTERN if ripgrep refuses it, too; UNSUPPORTED_OPTION for
     *     what only ripgrep can
     */
    public static LinePattern of(TextQuery query) {
        Regex regex = QueryRegex.of(query, false);
        return new LinePattern(
                regex,
                new QueryPattern(words -> QueryRegex.compile(query, part -> JavaPattern.ofLine(part, words), regex)));
    }

    /** What a match is, before {@code -w} and {@code -x} say where it may stand. */
    public Regex regex() {
        return regex;
    }

    /**
     * A matcher whose anchors and words see the whole line, whatever its region.
     *
     * @param strays whether there are stray bytes in the line
     */
    public Matcher matcher(CharSequence line, boolean strays) {
        return pattern.matcher(line, strays).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Whether a match may take time beyond the square of a line's length. */
    public boolean canBacktrack() {
        return canBacktrack;
    }

    /** Whether it matches the empty string between any two bytes, even inside a character, as Rust then does. */
    public boolean emptyAnywhere() {
        return emptyAnywhere;
    }

    /** Whether ripgrep tries it on each line for itself, and not on many at once; it then counts a bit otherwise. */
    public boolean lineByLine() {
        return lineByLine;
    }
}
