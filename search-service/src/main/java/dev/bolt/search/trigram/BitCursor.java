package dev.bolt.search.trigram;

/** Reads a bit for every chunk there is, the low ones of a byte first. */
final class BitCursor implements PostingCursor {
    private final byte[] bits;
    private int rest;
    private int at = -1;

    BitCursor(byte[] bits) {
        this.bits = bits;
    }

    @Override
    public int next() {
        while (rest == 0) {
            rest = bits[++at] & 0xFF;
        }
        int bit = Integer.numberOfTrailingZeros(rest);
        rest &= rest - 1;
        return at << 3 | bit;
    }

    /** Bytes that so many chunks take. */
    static int bytes(int chunks) {
        return (chunks + 7) >>> 3;
    }

    /** The bits of so many chunks. */
    static byte[] of(PostingCursor chunks, int count, int all) {
        byte[] bits = new byte[bytes(all)];
        for (int i = 0; i < count; i++) {
            int chunk = chunks.next();
            bits[chunk >>> 3] |= (byte) (1 << (chunk & 7));
        }
        return bits;
    }
}
