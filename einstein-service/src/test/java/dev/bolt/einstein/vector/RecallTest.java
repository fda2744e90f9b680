package dev.bolt.einstein.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RecallTest {
    private static final int DIMENSION = VectorWorld.DIMENSION;
    private static final int COUNT = 6000;

    private final VectorWorld world = new VectorWorld(7).with(COUNT);

    @Test
    void autoTakesCodesOnceThereAreEnoughAndFindsNearlyAll() {
        try (var index = world.in(VectorWorld.indexes(VectorKind.AUTO, 400, 0).empty(DIMENSION))) {
            assertThat(index.kind()).isEqualTo("BITS, refined by FLOAT32");
            assertThat(world.recall(index, 40)).isGreaterThan(0.97);
        }
    }

    @Test
    void moreRefinedCandidatesFindMore() {
        try (var few = world.in(VectorWorld.indexes(VectorKind.BITS, 1, 0).empty(DIMENSION));
                var many = world.in(VectorWorld.indexes(VectorKind.BITS, 600, 0).empty(DIMENSION))) {
            assertThat(world.recall(few, 40)).isBetween(0.2, 0.95);
            assertThat(world.recall(many, 40)).isGreaterThan(0.97);
        }
    }

    @Test
    void moreProbedListsFindMore() {
        try (var few = world.in(VectorWorld.indexes(VectorKind.IVF, 100, 1).empty(DIMENSION));
                var many = world.in(VectorWorld.indexes(VectorKind.IVF, 400, 60).empty(DIMENSION))) {
            assertThat(few.kind()).startsWith("IVF of ");
            assertThat(world.recall(few, 40)).isBetween(0.2, 0.95);
            assertThat(world.recall(many, 40)).isGreaterThan(0.97);
        }
    }

    @Test
    void aByteForEightDimensionsFindsMoreThanEightBitsWithFewRefined() {
        try (var bits = world.in(VectorWorld.indexes(VectorKind.BITS, 40, 0).empty(DIMENSION));
                var bytes = world.in(VectorWorld.indexes(VectorKind.PQ, 40, 0).empty(DIMENSION))) {
            assertThat(bytes.kind()).isEqualTo("PQ of 8 bytes, refined by FLOAT32");
            assertThat(world.recall(bytes, 40)).isBetween(world.recall(bits, 40) - 0.05, 1.0);
        }
    }

    @Test
    void aWiderWalkFindsMore() {
        try (var narrow = world.in(VectorWorld.indexes(VectorKind.HNSW, 1, 0).empty(DIMENSION));
                var wide = world.in(VectorWorld.indexes(VectorKind.HNSW, 400, 0).empty(DIMENSION))) {
            assertThat(wide.kind()).isEqualTo("HNSW of 16 links over INT8, refined by FLOAT32");
            assertThat(world.recall(wide, 40)).isGreaterThan(0.97).isGreaterThanOrEqualTo(world.recall(narrow, 40));
        }
    }

    @Test
    void anIvfGivesAsManyAsAreWantedHoweverFewListsItLooksAt() {
        try (var index = world.in(VectorWorld.indexes(VectorKind.IVF, 10, 1).empty(DIMENSION))) {
            for (int topK : new int[] {1, 100, 300, 1000, COUNT, COUNT + 1}) {
                assertThat(index.search(world.vector(), topK, Deadline.NONE)).hasSize(Math.min(topK, COUNT));
            }
        }
    }

    @Test
    void isSearchedWhileItIsFilledAndForgotten() throws Exception {
        var ids = new ArrayList<>(world.truth.keySet());
        var filling = new AtomicBoolean(true);
        try (var index = VectorWorld.indexes(VectorKind.BITS, 50, 0).empty(DIMENSION);
                var threads = Executors.newFixedThreadPool(3)) {
            Future<?> filler = threads.submit(() -> {
                world.truth.forEach(index::add);
                filling.set(false);
            });
            Future<?> forgetter = threads.submit(() -> {
                for (int i = 0; i < 500; i++) {
                    index.remove(ids.get(i * 3));
                }
            });
            float[] question = world.vector();
            while (filling.get()) {
                assertThat(index.search(question, 10, Deadline.NONE))
                        .allSatisfy(near -> assertThat(near.similarity())
                                .isCloseTo(
                                        VectorWorld.dot(world.truth.get(near.id()), question),
                                        org.assertj.core.api.Assertions.within(1e-5)));
            }
            filler.get();
            forgetter.get();
            assertThat(index.size()).isBetween(COUNT - 500, COUNT);
            for (ChunkId id : ids.subList(COUNT - 20, COUNT)) {
                assertThat(index.search(world.truth.get(id), 1, Deadline.NONE))
                        .extracting(Neighbor::id)
                        .containsExactly(id);
            }
        }
    }

    @Test
    void plainLoopsAndTheVectorApiAgree() {
        var budget = new VectorBudget(1 << 20);
        for (int dimension : new int[] {1, 7, 16, 33, 384}) {
            for (Precision precision : Precision.values()) {
                try (Slab slab = Slab.of(4096, budget)) {
                    var question = new float[dimension];
                    for (int d = 0; d < dimension; d++) {
                        question[d] = (float) Math.sin(d);
                    }
                    var bytes = slab.memory();
                    for (int d = 0; d < dimension; d++) {
                        if (precision == Precision.FLOAT32) {
                            bytes.setAtIndex(java.lang.foreign.ValueLayout.JAVA_FLOAT, d, d - 3f);
                        } else {
                            bytes.set(java.lang.foreign.ValueLayout.JAVA_BYTE, d, (byte) (d - 100));
                        }
                    }
                    float plain = dot(new PlainDots(), precision, question, slab);
                    float simd = dot(new SimdDots(), precision, question, slab);
                    assertThat(simd)
                            .isCloseTo(plain, org.assertj.core.api.Assertions.within(Math.abs(plain) * 1e-4f + 1e-3f));
                }
            }
        }
        assertThat(Dots.fastest()).isInstanceOf(SimdDots.class);
    }

    private static float dot(Dots dots, Precision precision, float[] question, Slab slab) {
        return precision == Precision.FLOAT32
                ? dots.floats(question, slab.memory(), 0)
                : dots.bytes(question, slab.memory(), 0);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        var size = DataSize.ofMegabytes(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VectorProperties(DataSize.ofBytes(1), VectorKind.AUTO, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new VectorProperties(size, VectorKind.AUTO, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new VectorProperties(size, VectorKind.AUTO, 1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new VectorProperties(size, VectorKind.AUTO, 1, 0, 0));
    }
}
