package dev.bolt.einstein.embed;

import java.nio.FloatBuffer;

/** From what the network says of the tokens of one text to one vector of unit length. */
enum Pooling {
    /** The mean of all tokens, which before it is brought to unit length need not be divided. */
    MEAN {
        @Override
        float[] vector(FloatBuffer states, int tokens, int dimension) {
            var sum = new float[dimension];
            for (int token = 0; token < tokens; token++) {
                int offset = token * dimension;
                for (int d = 0; d < dimension; d++) {
                    sum[d] += states.get(offset + d);
                }
            }
            return sum;
        }
    },
    /** The first token, which BERT puts in front of the text. */
    CLS {
        @Override
        float[] vector(FloatBuffer states, int tokens, int dimension) {
            var first = new float[dimension];
            states.get(0, first);
            return first;
        }
    },
    /** The network gives one vector itself. */
    POOLED {
        @Override
        float[] vector(FloatBuffer states, int tokens, int dimension) {
            return CLS.vector(states, tokens, dimension);
        }
    };

    abstract float[] vector(FloatBuffer states, int tokens, int dimension);

    /** @param states {@code [tokens][dimension]}, every token counted; {@code [dimension]} if pooled */
    float[] unit(FloatBuffer states, int tokens, int dimension) {
        float[] vector = vector(states, tokens, dimension);
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
