package dev.bolt.einstein.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.vector.ProductException;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the processor, as everywhere: compared with every row, one after another. */
class OnnxProductTest {
    private static final int ROWS = 500;
    private static final int DIMENSION = 96;
    private static final int NEAREST = 20;
    /** Ten bits of a half after the leading one, for scores up to 1, and a little for what is summed. */
    private static final double HALF = 1e-3;

    private final Random random = new Random(20261130);

    @ParameterizedTest
    @EnumSource(
            value = ProductPrecision.class,
            names = {"FLOAT32", "FLOAT16"})
    void findsTheNearestAsAComparisonWithEachRowDoes(ProductPrecision precision) {
        float[][] rows = unit(ROWS);
        float[][] questions = unit(33);
        try (var product = product(rows, precision)) {
            int[][] found = product.nearest(questions, NEAREST, Deadline.NONE);
            assertThat(found).hasNumberOfRows(questions.length);
            for (int q = 0; q < questions.length; q++) {
                float[] question = questions[q];
                List<Integer> exact = nearest(rows, question);
                assertThat(found[q]).hasSize(precision.candidates(NEAREST)).doesNotHaveDuplicates();
                assertThat(found[q]).contains(exact.subList(0, NEAREST).toArray(Integer[]::new));
                for (int i = 0; i < NEAREST; i++) {
                    assertThat(dot(question, rows[found[q][i]]))
                            .isCloseTo(dot(question, rows[exact.get(i)]), within(2 * HALF));
                }
            }
        }
    }

    @Test
    void multipliesInHalfPrecisionOnlyIfThatIsWanted() {
        float[][] rows = new float[100][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[] {1 + i * 1e-6f, 1};
        }
        float[][] question = {{1, -1}};
        try (var single = product(rows, ProductPrecision.FLOAT32);
                var half = product(rows, ProductPrecision.FLOAT16)) {
            assertThat(single.nearest(question, 1, Deadline.NONE)[0][0]).isEqualTo(99);
            assertThat(half.nearest(question, 1, Deadline.NONE)[0]).hasSize(66).doesNotContain(99);
        }
    }

    @Test
    void givesAllRowsIfThereAreNoMore() {
        try (var product = product(unit(3), ProductPrecision.FLOAT32)) {
            assertThat(product.rows()).isEqualTo(3);
            assertThat(product.nearest(unit(1), 10, Deadline.NONE)[0]).containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void stopsAtTheDeadline() {
        try (var product = product(unit(3), ProductPrecision.FLOAT32)) {
            assertThatThrownBy(() -> product.nearest(unit(1), 1, Deadline.after(Duration.ZERO)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void saysThatTheRuntimeFailed() {
        try (var product = product(unit(3), ProductPrecision.FLOAT32)) {
            var longer = new float[][] {new float[DIMENSION + 1]};
            assertThatThrownBy(() -> product.nearest(longer, 1, Deadline.NONE)).isInstanceOf(ProductException.class);
        }
    }

    @Test
    void saysHowLongAProductTakes() {
        var trial = ProductTrial.run(Accelerator.CPU, ProductPrecision.AUTO, DIMENSION, Long.MAX_VALUE);
        assertThat(trial.word()).matches("cpu, float32: [0-9.]+ ms for 1000 x 1000 of 96 dimensions");
        assertThat(trial.nanos(10, 2000)).isCloseTo(trial.millis() * 20_000, within(1.0));
    }

    private static OnnxProduct product(float[][] rows, ProductPrecision precision) {
        return OnnxProduct.of(
                rows.length, rows[0].length, row -> rows[row], precision, Accelerator.CPU, Long.MAX_VALUE);
    }

    private static List<Integer> nearest(float[][] rows, float[] question) {
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -dot(question, rows[row])))
                .toList();
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
