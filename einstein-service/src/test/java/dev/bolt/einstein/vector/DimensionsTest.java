package dev.bolt.einstein.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models have vectors of every length; codes and rows must not care. */
class DimensionsTest {
    private static final int COUNT = 600;

    @ParameterizedTest
    @CsvSource({"FLAT,3", "BITS,8", "BITS,100", "BITS,312", "BITS,768", "BITS,1024", "IVF,100", "IVF,768"})
    void findsEveryVectorByItself(VectorKind kind, int dimension) {
        var random = new Random(dimension);
        List<float[]> vectors = new ArrayList<>();
        try (var index = VectorWorld.indexes(kind, 100, 10).empty()) {
            for (int i = 0; i < COUNT; i++) {
                vectors.add(unit(random, dimension));
                assertThat(index.add(id(i), vectors.get(i))).isTrue();
            }
            int found = 0;
            for (int i = 0; i < COUNT; i++) {
                found += index.search(vectors.get(i), 1, Deadline.NONE)
                                .getFirst()
                                .id()
                                .equals(id(i))
                        ? 1
                        : 0;
            }
            assertThat(index.kind()).startsWith(kind.name());
            assertThat(found).isGreaterThan(COUNT * 95 / 100);
        }
    }

    private static ChunkId id(int number) {
        return ChunkId.of("chunk " + number);
    }

    private static float[] unit(Random random, int dimension) {
        var vector = new float[dimension];
        double square = 0;
        for (int d = 0; d < dimension; d++) {
            vector[d] = (float) random.nextGaussian();
            square += vector[d] * vector[d];
        }
        for (int d = 0; d < dimension; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
