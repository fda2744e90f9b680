package dev.bolt.einstein.vector;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The signs of a rotated vector less a centre, and the one number that makes a dot product of them (RaBitQ, Gao and
 * Long, SIGMOD 2024): {@code ⟨vector − centre, q⟩ ≈ factor · ⟨±1, rotated q⟩}, unbiased over rotations.
 *
 * @param words a bit a dimension, set where it is not negative
 * @param factor squared length over the sum of absolute values
 */
record BitCode(long[] words, float factor) {
    static int words(int dimension) {
        return (dimension + Long.SIZE - 1) / Long.SIZE;
    }

    /** Of a vector and a centre that are rotated already. */
    static BitCode of(float[] rotated, float[] rotatedCentre) {
        var words = new long[words(rotated.length)];
        float square = 0;
        float absolute = 0;
        for (int d = 0; d < rotated.length; d++) {
            float value = rotated[d] - rotatedCentre[d];
            square += value * value;
            absolute += Math.abs(value);
            if (value >= 0) {
                words[d / Long.SIZE] |= 1L << d;
            }
        }
        return new BitCode(words, absolute == 0 ? 0 : square / absolute);
    }

    static BitCode read(DataInputStream in, int dimension) throws IOException {
        var words = new long[words(dimension)];
        for (int w = 0; w < words.length; w++) {
            words[w] = in.readLong();
        }
        return new BitCode(words, in.readFloat());
    }

    void write(DataOutputStream out) throws IOException {
        for (long word : words) {
            out.writeLong(word);
        }
        out.writeFloat(factor);
    }
}
