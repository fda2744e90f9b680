package dev.bolt.search.store;

/**
 * How much text there is, and where.
 *
 * @param copied bytes that a segment has, though the file has the same
 * @param inPlace bytes that only their files have
 * @param own bytes that no file has: what was UTF-16
 */
public record TextBytes(long copied, long inPlace, long own) {
    /** None. */
    static final TextBytes NONE = new TextBytes(0, 0, 0);

    /** All of it. */
    public long all() {
        return copied + inPlace + own;
    }

    TextBytes plus(TextBytes more) {
        return new TextBytes(copied + more.copied, inPlace + more.inPlace, own + more.own);
    }
}
