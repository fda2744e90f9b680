package dev.bolt.einstein.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FlatIndexTest {
    private static final int DIMENSION = 16;

    private final Random random = new Random(42);
    private final VectorBudget budget = new VectorBudget(1 << 20);
    private final FlatIndex index = new FlatIndex(DIMENSION, budget);
    private final Map<ChunkId, float[]> truth = new HashMap<>();

    @Test
    void findsWhatComparingEveryPairFinds() {
        fill(1000);
        float[] question = vector();
        List<ChunkId> expected = truth.keySet().stream()
                .sorted(Comparator.comparingDouble((ChunkId id) -> -dot(truth.get(id), question)))
                .limit(10)
                .toList();
        var found = index.search(question, 10, Deadline.NONE);
        assertThat(found).extracting(Neighbor::id).isEqualTo(expected);
        assertThat(found.getFirst().similarity())
                .isCloseTo(dot(truth.get(expected.getFirst()), question), within(1e-5));
    }

    @Test
    void findsTheSameAfterManyWereForgotten() {
        fill(700);
        Set<ChunkId> kept = new HashSet<>();
        for (ChunkId id : truth.keySet()) {
            if (random.nextInt(3) == 0) {
                kept.add(id);
            }
        }
        index.retain(kept);
        truth.keySet().retainAll(kept);
        assertThat(index.size()).isEqualTo(kept.size());
        for (ChunkId id : kept) {
            assertThat(index.search(truth.get(id), 1, Deadline.NONE))
                    .extracting(Neighbor::id)
                    .containsExactly(id);
        }
        assertThat(index.missing(kept)).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitAndGivesMemoryBack() {
        var small = new VectorBudget(Block.bytes(DIMENSION));
        try (var bounded = new FlatIndex(DIMENSION, small)) {
            for (int i = 0; i < Block.SIZE; i++) {
                assertThat(bounded.add(ChunkId.of("v" + i), vector())).isTrue();
            }
            assertThat(bounded.add(ChunkId.of("one too many"), vector())).isFalse();
            assertThat(bounded.size()).isEqualTo(Block.SIZE);
        }
        assertThat(small.usedBytes()).isZero();
    }

    @Test
    void keepsTheFirstVectorOfAChunk() {
        float[] first = vector();
        index.add(ChunkId.of("a"), first);
        index.add(ChunkId.of("a"), vector());
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.search(first, 1, Deadline.NONE).getFirst().similarity())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void answersEqualSimilaritiesByIdentity() {
        float[] same = vector();
        var ids = new ArrayList<ChunkId>();
        for (int i = 0; i < 20; i++) {
            ids.add(ChunkId.of("same " + i));
            index.add(ids.getLast(), same);
        }
        ids.sort(Comparator.comparing(ChunkId::value));
        assertThat(index.search(same, 5, Deadline.NONE))
                .extracting(Neighbor::id)
                .isEqualTo(ids.subList(0, 5));
    }

    @Test
    void stopsAtTheDeadlineAndRefusesOtherDimensions() {
        fill(1);
        assertThatThrownBy(() -> index.search(vector(), 1, Deadline.after(Duration.ZERO)))
                .isInstanceOf(ProblemException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> index.add(ChunkId.of("x"), new float[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> new VectorProperties(DataSize.ofBytes(1)));
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            float[] vector = vector();
            truth.put(ChunkId.of("chunk " + i), vector);
            index.add(ChunkId.of("chunk " + i), vector);
        }
    }

    private float[] vector() {
        var vector = new float[DIMENSION];
        double square = 0;
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] = (float) random.nextGaussian();
            square += vector[d] * vector[d];
        }
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
