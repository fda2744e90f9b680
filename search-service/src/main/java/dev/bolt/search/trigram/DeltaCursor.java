package dev.bolt.search.trigram;

/** Reads the differences from chunk to chunk, as {@link ByteBuilder#addVarInt} has written them. */
final class DeltaCursor implements PostingCursor {
    private final byte[] deltas;
    private int at;
    private int chunk;

    DeltaCursor(byte[] deltas) {
        this.deltas = deltas;
    }

    @Override
    public int next() {
        int delta = deltas[at++];
        for (int shift = 7; delta < 0; shift += 7) {
            delta = delta & (1 << shift) - 1 | deltas[at++] << shift;
        }
        chunk += delta;
        return chunk;
    }
}
