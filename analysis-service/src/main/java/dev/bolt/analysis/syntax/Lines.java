package dev.bolt.analysis.syntax;

/**
 * Where a node lies.
 *
 * @param first 1-based
 * @param last 1-based, not before {@code first}
 * @param start where its first letter begins, in bytes of the source as UTF-8; 0-based
 * @param end where its last letter ends
 * @param kinds of {@link Kinds} that a statement and the expressions directly in it may have; surely no others
 * @param inside those, and all of the statements inside it
 */
public record Lines(int first, int last, int start, int end, int kinds, int inside) {

    /** How many lines it spans. */
    public int count() {
        return last - first + 1;
    }

    /** Whether an expression of one of these {@link Kinds} may be directly in the statement. */
    public boolean mayHave(int wanted) {
        return (kinds & wanted) != 0;
    }

    /**
     * Whether something of one of these {@link Kinds} may be anywhere in the statement, or it may be of them itself.
     */
    public boolean mayContain(int wanted) {
        return (inside & wanted) != 0;
    }
}
