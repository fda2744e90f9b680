package dev.bolt.api.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that matches, or one shown beside it. A match over several lines has them all in {@code text}.
 *
 * @param line its number, 1-based
 * @param text the line without its line end; bytes that are not UTF-8 stand as U+FFFD
 * @param bytes the same line in Base64, only where it is not valid UTF-8
 * @param context true for a line shown beside a match
 * @param submatches what matched in it, left to right; in an inverted search the context has them, else the matches
 */
public record MatchedLine(int line, String text, @Nullable String bytes, boolean context, List<Submatch> submatches) {
    /** Copies the list. */
    public MatchedLine {
        submatches = List.copyOf(submatches);
    }
}
