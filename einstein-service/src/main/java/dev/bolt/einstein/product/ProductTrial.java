package dev.bolt.einstein.product;

import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.vector.ProductException;
import dev.bolt.platform.deadline.Deadline;
import java.util.Locale;
import java.util.Random;

/**
 * How long 1,000 questions with 1,000 rows took.
 *
 * @param millis not a number if it cannot be done
 * @param word for a person: {@code cpu, float32: 14.1 ms for 1000 x 1000 of 384 dimensions}, or why not
 */
record ProductTrial(double millis, String word) {
    /** What the guide measures. */
    private static final int SIZE = 1000;

    private static final int NEAREST = 10;

    /** Takes some tenths of a second of one thread, most of it the first time in a process. */
    static ProductTrial run(Accelerator on, ProductPrecision wanted, int dimension, long memoryBytes) {
        ProductPrecision precision = wanted.on(on);
        var random = new Random(1);
        var vectors = new float[SIZE][dimension];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimension; d++) {
                vector[d] = (float) ((2 * random.nextFloat() - 1) / Math.sqrt(dimension));
            }
        }
        try (var product = OnnxProduct.of(SIZE, dimension, row -> vectors[row], precision, on, memoryBytes)) {
            product.nearest(vectors, NEAREST, Deadline.NONE);
            long began = System.nanoTime();
            product.nearest(vectors, NEAREST, Deadline.NONE);
            double millis = (System.nanoTime() - began) / 1e6;
            String word = String.format(
                    Locale.ROOT,
                    "%s, %s: %.1f ms for %d x %d of %d dimensions",
                    on,
                    precision,
                    millis,
                    SIZE,
                    SIZE,
                    dimension);
            return new ProductTrial(millis, word);
        } catch (ProductException failure) {
            return new ProductTrial(Double.NaN, failure.reason());
        }
    }

    /** How long so many questions with so many rows take by this; not a number if it cannot be done. */
    double nanos(int questions, long rows) {
        return millis * 1e6 * questions * rows / SIZE / SIZE;
    }
}
