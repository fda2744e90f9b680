package dev.bolt.api.search;

import org.jspecify.annotations.Nullable;

/**
 * One line of a streamed answer: a file, in the order of the paths, or, as the last one, the end.
 *
 * @param file what a file has; null in the last line
 * @param end the answer without its files; null before
 * @param code a problem's code that ended the stream instead; null if none did
 */
public record SearchEvent(
        @Nullable FileMatches file,
        @Nullable SearchResult end,
        @Nullable String code) {
    /** The type of a stream of these, one a line. */
    public static final String NDJSON = "application/x-ndjson";
}
