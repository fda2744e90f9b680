package dev.bolt.analysis.syntax;

/**
 * Some lines of one source, 1-based, both ends inclusive.
 *
 * @param first the first line
 * @param last the last line
 */
public record Lines(int first, int last) {

    /** How many lines it spans. */
    public int count() {
        return last - first + 1;
    }
}
