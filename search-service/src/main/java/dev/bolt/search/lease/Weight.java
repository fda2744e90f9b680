package dev.bolt.search.lease;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;

/** What lines that were found take on the heap, about. */
public final class Weight {
    /** What a line takes beside its text, bytes; measured. */
    private static final int LINE = 200;

    /** A match: four numbers, a header, its place in a list. */
    private static final int SUBMATCH = 40;

    private Weight() {}

    /** Bytes of all its lines. */
    public static long of(FileMatches file) {
        long bytes = 0;
        for (MatchedLine line : file.lines()) {
            bytes += of(line);
        }
        return bytes;
    }

    /** Bytes of a line. */
    public static long of(MatchedLine line) {
        return LINE + line.text().length() + (long) SUBMATCH * line.submatches().size();
    }
}
