package dev.bolt.einstein.vector;

import java.util.Arrays;

/**
 * Up to {@value #SIZE} vectors, dimension by dimension: {@code values[d * SIZE + i]} is dimension d of vector i. So the
 * inner loop runs over vectors, has no reduction, and is turned into SIMD by the compiler, where a dot product of
 * floats is not.
 */
final class Block {
    static final int SIZE = 256;

    private final float[] values;
    private final int dimension;
    private int count;

    Block(int dimension) {
        this.dimension = dimension;
        this.values = new float[SIZE * dimension];
    }

    static long bytes(int dimension) {
        return (long) SIZE * dimension * Float.BYTES;
    }

    boolean full() {
        return count == SIZE;
    }

    int count() {
        return count;
    }

    void add(float[] vector) {
        set(count++, vector);
    }

    void set(int index, float[] vector) {
        for (int d = 0; d < dimension; d++) {
            values[d * SIZE + index] = vector[d];
        }
    }

    float[] get(int index) {
        var vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = values[d * SIZE + index];
        }
        return vector;
    }

    void removeLast() {
        count--;
    }

    /** Dot products with the question, one a vector, into {@code float[SIZE]}. */
    void dots(float[] question, float[] into) {
        Arrays.fill(into, 0f);
        for (int d = 0; d < dimension; d++) {
            float factor = question[d];
            int offset = d * SIZE;
            for (int i = 0; i < SIZE; i++) {
                into[i] += factor * values[offset + i];
            }
        }
    }
}
