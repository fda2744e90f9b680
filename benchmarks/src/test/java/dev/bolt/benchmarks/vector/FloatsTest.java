package dev.bolt.benchmarks.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloatsTest {
    @Test
    void realVectorsComeFirstAndMadeOnesAreAlwaysTheSameAndOfUnitLength() {
        float[][] real = real(20);
        float[][] rows = Floats.sized(real, 50);
        assertThat(rows).isDeepEqualTo(Floats.sized(real, 50)).hasDimensions(50, 24);
        assertThat(Arrays.asList(rows)).startsWith(Floats.sized(real, 20));
        assertThat(Arrays.asList(real)).containsExactlyInAnyOrder(Floats.sized(real, 20));
        for (float[] row : rows) {
            double square = 0;
            for (float value : row) {
                square += value * value;
            }
            assertThat(square).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void readsWhatItWrote(@TempDir Path folder) throws IOException {
        float[][] rows = real(3);
        Floats.write(folder.resolve("rows"), rows);
        assertThat(Floats.read(folder.resolve("rows"), 24)).isDeepEqualTo(rows);
    }

    private static float[][] real(int count) {
        var random = new Random(1);
        var rows = new float[count][24];
        for (float[] row : rows) {
            for (int d = 0; d < row.length; d++) {
                row[d] = (float) random.nextGaussian();
            }
            Floats.unit(row);
        }
        return rows;
    }
}
