package dev.bolt.einstein.embed;

import java.nio.FloatBuffer;

/** From the states of the tokens to one vector. */
final class Pooling {
    private Pooling() {}

    /** @param states {@code [tokens][dimension]}, every token counted */
    static float[] meanUnit(FloatBuffer states, int tokens, int dimension) {
        var sum = new float[dimension];
        for (int token = 0; token < tokens; token++) {
            int offset = token * dimension;
            for (int d = 0; d < dimension; d++) {
                sum[d] += states.get(offset + d);
            }
        }
        return unit(sum);
    }

    /** The same direction, length 1; the mean needs no division first. */
    static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float factor = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
        for (int d = 0; d < vector.length; d++) {
            vector[d] *= factor;
        }
        return vector;
    }
}
