package dev.bolt.einstein.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirstLengthTest {
    private static final ChunkId ONE = ChunkId.of("one");

    private final VectorIndexes indexes = VectorWorld.indexes(VectorKind.FLAT, 400, 0);

    @Test
    void isAnEmptyIndexUntilTheFirstVectorSaysHowLongTheyAre() {
        try (var index = indexes.empty()) {
            assertThat(index.size()).isZero();
            assertThat(index.bytes()).isZero();
            assertThat(index.missing(List.of(ONE, ONE))).containsExactly(ONE);
            assertThat(index.search(new float[5], 3, Deadline.NONE)).isEmpty();
            index.retain(Set.of());
            index.remove(ONE);

            assertThat(index.add(ONE, new float[] {0, 1, 0})).isTrue();
            assertThat(index.search(new float[] {0, 1, 0}, 3, Deadline.NONE))
                    .extracting(Neighbor::id)
                    .containsExactly(ONE);
            assertThat(index.missing(List.of(ONE))).isEmpty();
            index.remove(ONE);
            assertThat(index.size()).isZero();
        }
        assertThat(indexes.budget().usedBytes()).isZero();
    }

    @Test
    void refusesAVectorOfAnotherLengthAfterwards() {
        try (var index = indexes.empty()) {
            index.add(ONE, new float[3]);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> index.add(ChunkId.of("two"), new float[4]))
                    .withMessageContaining("3");
        }
    }
}
