package dev.bolt.search.trigram;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Numbers from 0 on in one to five bytes, seven bits each, the low ones first, the high bit set on all but the last.
 */
final class VarInts {
    private VarInts() {}

    /** Writes one; its length. */
    static int write(OutputStream out, int value) throws IOException {
        int length = 1;
        int rest = value;
        for (; (rest & ~0x7F) != 0; length++) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return length;
    }

    static int read(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }
}
