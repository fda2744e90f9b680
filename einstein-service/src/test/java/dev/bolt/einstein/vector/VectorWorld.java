package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/** Seeded vectors of unit length that lie in heaps, as those of real chunks do, and what comparing all would find. */
final class VectorWorld {
    static final int DIMENSION = 64;

    private static final int HEAPS = 40;
    private static final double SPREAD = 0.7;

    private final Random random;
    private final float[][] heaps = new float[HEAPS][];
    final Map<ChunkId, float[]> truth = new LinkedHashMap<>();

    VectorWorld(long seed) {
        this.random = new Random(seed);
        for (int heap = 0; heap < HEAPS; heap++) {
            heaps[heap] = unit(gaussian());
        }
    }

    static VectorIndexes indexes(VectorKind kind, int refine, int nprobe) {
        return VectorIndexes.of(new VectorProperties(DataSize.ofMegabytes(64), kind, refine, nprobe, refine));
    }

    VectorWorld with(int count) {
        for (int i = 0; i < count; i++) {
            truth.put(ChunkId.of("chunk " + truth.size() + " " + random.nextLong()), vector());
        }
        return this;
    }

    VectorIndex in(VectorIndex index) {
        truth.forEach(index::add);
        return index;
    }

    float[] vector() {
        float[] heap = heaps[random.nextInt(HEAPS)];
        float[] noise = unit(gaussian());
        var vector = new float[DIMENSION];
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] = (float) (heap[d] + SPREAD * noise[d]);
        }
        return unit(vector);
    }

    List<ChunkId> exact(float[] question, int topK) {
        return truth.keySet().stream()
                .sorted(Comparator.comparingDouble((ChunkId id) -> -dot(truth.get(id), question))
                        .thenComparing(ChunkId::value))
                .limit(topK)
                .toList();
    }

    /** Part of the true ten that are found, 0 to 1, over so many questions. */
    double recall(VectorIndex index, int questions) {
        int found = 0;
        for (int i = 0; i < questions; i++) {
            float[] question = vector();
            var near = index.search(question, 10, dev.bolt.platform.deadline.Deadline.NONE);
            found += (int) near.stream()
                    .map(Neighbor::id)
                    .filter(Set.copyOf(exact(question, 10))::contains)
                    .count();
        }
        return found / (10.0 * questions);
    }

    private float[] gaussian() {
        var vector = new float[DIMENSION];
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }

    static float[] unit(float[] vector) {
        float length = (float) Math.sqrt(dot(vector, vector));
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= length;
        }
        return vector;
    }

    static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
