package dev.bolt.einstein.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the processor, as everywhere: compared with every row, one after another. */
class ProductTest {
    private static final int ROWS = 500;
    private static final int DIMENSION = 96;
    private static final int NEAREST = 20;
    /** Ten bits of a half after the leading one, for scores up to 1, and a little for what is summed. */
    private static final double HALF = 1e-3;

    private final Random random = new Random(20261130);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void findsTheNearestAsAComparisonWithEachRowDoes(boolean half) throws OrtException {
        float[][] rows = unit(ROWS);
        float[][] questions = unit(33);
        double tolerance = half ? HALF : 1e-5;
        try (var product = Product.of(rows, half, Accelerator.CPU)) {
            Product.Found found = product.nearest(questions, NEAREST);
            assertThat(found.ordinals()).hasNumberOfRows(questions.length);
            for (int q = 0; q < questions.length; q++) {
                float[] question = questions[q];
                List<Integer> exact = IntStream.range(0, ROWS)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer row) -> -dot(question, rows[row])))
                        .toList();
                assertThat(found.ordinals()[q]).hasSize(NEAREST).doesNotHaveDuplicates();
                for (int i = 0; i < NEAREST; i++) {
                    int row = (int) found.ordinals()[q][i];
                    assertThat(found.scores()[q][i])
                            .isCloseTo((float) dot(question, rows[row]), within((float) tolerance));
                    assertThat(dot(question, rows[row]))
                            .isCloseTo(dot(question, rows[exact.get(i)]), within(2 * tolerance));
                }
            }
        }
    }

    @Test
    void multipliesInHalfPrecisionOnlyIfThatIsWanted() throws OrtException {
        float[][] row = {{1.0001f, 1}};
        float[][] question = {{1, -1}};
        try (var single = Product.of(row, false, Accelerator.CPU);
                var half = Product.of(row, true, Accelerator.CPU)) {
            assertThat(single.nearest(question, 1).scores()[0][0]).isCloseTo(1e-4f, within(1e-6f));
            assertThat(half.nearest(question, 1).scores()[0][0]).isZero();
        }
    }

    @Test
    void saysHowLongAProductTakes() {
        assertThat(Product.trial(Accelerator.CPU, DIMENSION))
                .matches("cpu, float32: [0-9.]+ ms for 1000 x 1000 of 96 dimensions");
    }

    private float[][] unit(int count) {
        var vectors = new float[count][DIMENSION];
        for (float[] vector : vectors) {
            double sum = 0;
            for (int d = 0; d < DIMENSION; d++) {
                vector[d] = (float) random.nextGaussian();
                sum += vector[d] * vector[d];
            }
            for (int d = 0; d < DIMENSION; d++) {
                vector[d] /= (float) Math.sqrt(sum);
            }
        }
        return vectors;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += (double) one[d] * other[d];
        }
        return sum;
    }
}
