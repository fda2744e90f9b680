package dev.bolt.analysis.syntax;

/**
 * Where a node lies.
 *
 * @param first 1-based
 * @param last 1-based, not before {@code first}
 * @param start where its first letter begins, in bytes of the source as UTF-8; 0-based
 * @param end where its last letter ends
 */
public record Lines(int first, int last, int start, int end) {

    /** How many lines it spans. */
    public int count() {
        return last - first + 1;
    }
}
