package dev.bolt.einstein.vector;

/**
 * A rotated question in {@value #PLANES} bits a dimension, bit by bit: {@code planes[p * words + w]}. With u the bits
 * of a dimension as a number its value is about {@code step · (u − 7.5)}, so the dot product with signs is {@code step
 * · (7.5 · d − Σ 2^p · |signs xor plane p|)}: nothing but xor and counting.
 */
final class BitQuestion {
    static final int PLANES = 4;

    private static final float MIDDLE = ((1 << PLANES) - 1) / 2f;

    private final long[] planes;
    private final int words;
    private final float step;
    private final float most;

    BitQuestion(float[] rotated) {
        this.words = BitCode.words(rotated.length);
        this.planes = new long[PLANES * words];
        float largest = Float.MIN_NORMAL;
        for (float value : rotated) {
            largest = Math.max(largest, Math.abs(value));
        }
        this.step = largest / MIDDLE;
        this.most = step * MIDDLE * rotated.length;
        for (int d = 0; d < rotated.length; d++) {
            int level = Math.clamp(Math.round(rotated[d] / step + MIDDLE), 0, (1 << PLANES) - 1);
            for (int p = 0; p < PLANES; p++) {
                planes[p * words + d / Long.SIZE] |= ((level >> p) & 1L) << d;
            }
        }
    }

    long word(int plane, int word) {
        return planes[plane * words + word];
    }

    /** What is left after {@code step · (weighted differing bits)}. */
    float most() {
        return most;
    }

    float step() {
        return step;
    }
}
