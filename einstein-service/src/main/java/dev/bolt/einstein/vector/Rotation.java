package dev.bolt.einstein.vector;

import java.util.Random;

/**
 * A fixed rotation that spreads every vector evenly over its dimensions, as if it were random: four rounds of random
 * signs, a fast Walsh–Hadamard transform of the longest power of two, at the front and at the back in turn, and a
 * rotation by 45° of each dimension with its partner half the length away. Keeps lengths and angles; O(d log d). After
 * the reference implementation of RaBitQ (Gao and Long, SIGMOD 2024).
 */
final class Rotation {
    private static final int ROUNDS = 4;
    private static final long SEED = 0x5A17_0B1A_57ED_C0DEL;
    private static final float HALF_ROOT = (float) Math.sqrt(0.5);

    private final int dimension;
    private final int power;
    private final float[][] signs;

    Rotation(int dimension) {
        this.dimension = dimension;
        this.power = Integer.highestOneBit(dimension);
        this.signs = new float[ROUNDS][dimension];
        var random = new Random(SEED);
        for (float[] round : signs) {
            for (int d = 0; d < dimension; d++) {
                round[d] = random.nextBoolean() ? 1 : -1;
            }
        }
    }

    int dimension() {
        return dimension;
    }

    /** Another array; the argument stays as it is. */
    float[] of(float[] vector) {
        float[] turned = vector.clone();
        for (int round = 0; round < ROUNDS; round++) {
            for (int d = 0; d < dimension; d++) {
                turned[d] *= signs[round][d];
            }
            hadamard(turned, round % 2 == 0 ? 0 : dimension - power);
            if (power < dimension) {
                pair(turned);
            }
        }
        return turned;
    }

    private void hadamard(float[] values, int from) {
        for (int half = 1; half < power; half *= 2) {
            for (int start = from; start < from + power; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    float one = values[i];
                    float other = values[i + half];
                    values[i] = one + other;
                    values[i + half] = one - other;
                }
            }
        }
        float scale = (float) (1 / Math.sqrt(power));
        for (int i = from; i < from + power; i++) {
            values[i] *= scale;
        }
    }

    private void pair(float[] values) {
        int half = dimension / 2;
        for (int i = 0; i < half; i++) {
            float one = values[i];
            float other = values[i + half];
            values[i] = (one + other) * HALF_ROOT;
            values[i + half] = (one - other) * HALF_ROOT;
        }
    }
}
