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
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredIndexTest {
    private static final int DIMENSION = VectorWorld.DIMENSION;

    private final VectorWorld world = new VectorWorld(42);
    private final VectorIndexes indexes = VectorWorld.indexes(VectorKind.FLAT, 400, 0);
    private final VectorIndex flat = indexes.empty(DIMENSION);

    @AfterEach
    void givesAllMemoryBackWhenItIsClosed() {
        flat.close();
        assertThat(indexes.budget().usedBytes()).isZero();
    }

    @Test
    void flatFindsWhatComparingEveryPairFinds() {
        world.with(1000).in(flat);
        float[] question = world.vector();
        var found = flat.search(question, 10, Deadline.NONE);
        assertThat(found).extracting(Neighbor::id).isEqualTo(world.exact(question, 10));
        assertThat(found.getFirst().similarity())
                .isCloseTo(VectorWorld.dot(world.truth.get(found.getFirst().id()), question), within(1e-5));
    }

    @ParameterizedTest
    @EnumSource(
            value = VectorKind.class,
            names = {"FLAT", "BITS", "IVF", "PQ", "HNSW"})
    void findsAfterManyWereForgottenWhatAFreshOneFinds(VectorKind kind) {
        try (var index = world.with(900).in(VectorWorld.indexes(kind, 900, 100).empty(DIMENSION))) {
            var kept = new HashSet<ChunkId>();
            for (ChunkId id : world.truth.keySet()) {
                if (id.value().charAt(0) > '4') {
                    kept.add(id);
                }
            }
            index.retain(kept);
            ChunkId first = kept.iterator().next();
            index.remove(first);
            index.remove(first);
            kept.remove(first);
            world.truth.keySet().retainAll(kept);
            world.with(50).in(index);
            assertThat(index.size()).isEqualTo(world.truth.size());
            assertThat(index.missing(Set.of(first))).containsExactly(first);
            assertThat(index.kind()).startsWith(kind.name());
            for (int i = 0; i < 20; i++) {
                float[] question = world.vector();
                assertThat(index.search(question, 10, Deadline.NONE))
                        .extracting(Neighbor::id)
                        .isEqualTo(world.exact(question, 10));
            }
        }
    }

    @Test
    void keepsAByteADimensionWhenMemoryEndsAndRefusesWhenItEndsAgain() {
        var small = new VectorBudget(2 * Rows.pageBytes(DIMENSION, Precision.FLOAT32));
        try (var bounded = new VectorIndexes(indexes.properties(), small).empty(DIMENSION)) {
            world.with(2 * Rows.PAGE).in(bounded);
            assertThat(bounded.kind()).isEqualTo("FLAT, FLOAT32");
            world.with(1).in(bounded);
            assertThat(bounded.kind()).isEqualTo("FLAT, INT8");
            assertThat(bounded.size()).isEqualTo(2 * Rows.PAGE + 1);
            assertThat(world.recall(bounded, 20)).isGreaterThan(0.95);
            boolean added = true;
            while (added) {
                added = bounded.add(ChunkId.of("one more " + bounded.size()), world.vector());
                assertThat(small.usedBytes()).isEqualTo(bounded.bytes());
            }
            assertThat(bounded.size()).isGreaterThan(6 * Rows.PAGE);
        }
        assertThat(small.usedBytes()).isZero();
    }

    @Test
    void keepsTheFirstVectorOfAChunk() {
        float[] first = world.vector();
        flat.add(ChunkId.of("a"), first);
        flat.add(ChunkId.of("a"), world.vector());
        assertThat(flat.size()).isEqualTo(1);
        assertThat(flat.search(first, 1, Deadline.NONE).getFirst().similarity()).isCloseTo(1, within(1e-5));
    }

    @Test
    void answersEqualSimilaritiesByIdentity() {
        float[] same = world.vector();
        var ids = new ArrayList<ChunkId>();
        for (int i = 0; i < 20; i++) {
            ids.add(ChunkId.of("same " + i));
            flat.add(ids.getLast(), same);
        }
        ids.sort(Comparator.comparing(ChunkId::value));
        assertThat(flat.search(same, 5, Deadline.NONE)).extracting(Neighbor::id).isEqualTo(ids.subList(0, 5));
    }

    @ParameterizedTest
    @EnumSource(
            value = VectorKind.class,
            names = {"FLAT", "BITS", "IVF", "PQ", "HNSW"})
    void stopsAtTheDeadline(VectorKind kind) {
        try (var index = world.with(600).in(VectorWorld.indexes(kind, 20, 0).empty(DIMENSION))) {
            assertThatThrownBy(() -> index.search(world.vector(), 1, Deadline.after(Duration.ZERO)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void refusesOtherDimensions() {
        assertThatIllegalArgumentException().isThrownBy(() -> flat.add(ChunkId.of("x"), new float[3]));
    }
}
