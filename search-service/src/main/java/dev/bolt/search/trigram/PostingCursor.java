package dev.bolt.search.trigram;

/**
 * Reads the chunks of one trigram, ascending, as {@link ByteBuilder#addVarInt} has written their differences. Used by
 * one thread.
 */
final class PostingCursor {
    private final byte[] deltas;
    private int at;
    private int chunk;

    PostingCursor(byte[] deltas) {
        this.deltas = deltas;
    }

    /** The next; who asks knows how many there are. */
    int next() {
        int delta = deltas[at++];
        for (int shift = 7; delta < 0; shift += 7) {
            delta = delta & (1 << shift) - 1 | deltas[at++] << shift;
        }
        chunk += delta;
        return chunk;
    }
}
