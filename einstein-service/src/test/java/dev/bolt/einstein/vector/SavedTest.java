package dev.bolt.einstein.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedTest {
    /** Lanes are added in an order that depends on whether the code is compiled by now. */
    private static final DoubleComparator SUMS = new DoubleComparator(1e-6);

    private static final int COUNT = 1500;

    private final VectorWorld world = new VectorWorld(3).with(COUNT);

    @TempDir
    Path folder;

    private Saved saved;

    @BeforeEach
    void name() {
        saved = new Saved(folder.resolve("learnt"), "model");
    }

    @ParameterizedTest
    @EnumSource(
            value = VectorKind.class,
            names = {"BITS", "IVF", "PQ", "HNSW"})
    void findsAfterAReopeningWhatItFoundBefore(VectorKind kind) throws IOException {
        VectorIndexes indexes = VectorWorld.indexes(kind, 40, 4);
        List<List<Neighbor>> before;
        try (var index = indexes.empty()) {
            world.in(index);
            before = answers(index);
            index.save(saved);
        }
        try (var index = indexes.empty()) {
            index.load(saved, shuffled()::forEach);
            assertThat(index.kind()).startsWith(kind.name());
            assertThat(answers(index))
                    .usingRecursiveComparison()
                    .withComparatorForType(SUMS, Double.class)
                    .isEqualTo(before);
            world.truth.keySet().forEach(index::remove);
            assertThat(index.size()).isZero();
        }
        assertThat(indexes.budget().usedBytes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = VectorKind.class,
            names = {"BITS", "IVF", "PQ", "HNSW"})
    void forgetsWhatIsGoneAndLearnsWhatIsNew(VectorKind kind) throws IOException {
        VectorIndexes indexes = VectorWorld.indexes(kind, 300, 40);
        try (var index = indexes.empty()) {
            world.in(index).save(saved);
        }
        world.truth.keySet().removeIf(id -> id.value().charAt(0) > 'a');
        world.with(30);
        try (var index = indexes.empty()) {
            index.load(saved, shuffled()::forEach);
            assertThat(index.size()).isEqualTo(world.truth.size());
            assertThat(world.recall(index, 30)).isGreaterThan(0.95);
            for (ChunkId id : new ArrayList<>(world.truth.keySet()).reversed().subList(0, 20)) {
                assertThat(index.search(world.truth.get(id), 1, Deadline.NONE))
                        .extracting(Neighbor::id)
                        .containsExactly(id);
            }
        }
    }

    @Test
    void writesNothingThatIsKeptAlready() throws IOException {
        VectorIndexes indexes = VectorWorld.indexes(VectorKind.BITS, 40, 0);
        try (var index = indexes.empty()) {
            index.save(saved);
            assertThat(saved.file()).doesNotExist();
            world.in(index).save(saved);
            Files.delete(saved.file());
            index.save(saved);
            assertThat(saved.file()).doesNotExist();
            index.add(ChunkId.of("one more"), world.vector());
            index.save(saved);
            assertThat(saved.file()).exists();
        }
    }

    @Test
    void takesABrokenFileAnotherModelsAndAnotherKindsForNone() throws IOException {
        VectorIndexes indexes = VectorWorld.indexes(VectorKind.BITS, 40, 0);
        try (var index = indexes.empty()) {
            world.in(index).save(saved);
        }
        assertThat(saved.read(VectorWorld.indexes(VectorKind.PQ, 40, 0))).isNull();
        assertThat(new Saved(saved.file(), "another").read(indexes)).isNull();
        byte[] whole = Files.readAllBytes(saved.file());
        for (int broken : new int[] {0, 30, whole.length / 2, whole.length - 1}) {
            byte[] bytes = whole.clone();
            bytes[broken] ^= 1;
            Files.write(saved.file(), bytes);
            assertThat(saved.read(indexes)).isNull();
        }
        for (int length : new int[] {0, 7, 8, whole.length - 1}) {
            Files.write(saved.file(), Arrays.copyOf(whole, length));
            assertThat(saved.read(indexes)).isNull();
        }
        assertThat(indexes.budget().usedBytes()).isZero();
        try (var index = indexes.empty()) {
            index.load(saved, world.truth::forEach);
            assertThat(index.size()).isEqualTo(COUNT);
        }
    }

    @Test
    void learnsAnewWhereTheBudgetHasNoRoomForWhatWasSaved() throws IOException {
        try (var index = VectorWorld.indexes(VectorKind.BITS, 40, 0).empty()) {
            world.in(index).save(saved);
        }
        var small = new VectorIndexes(
                VectorWorld.indexes(VectorKind.BITS, 40, 0).properties(),
                new VectorBudget(Rows.pageBytes(VectorWorld.DIMENSION, Precision.FLOAT32)));
        try (var index = small.empty()) {
            index.load(saved, world.truth::forEach);
            assertThat(index.size()).isPositive();
        }
        assertThat(small.budget().usedBytes()).isZero();
    }

    @Test
    void isNotTakenUpByAnIndexThatHasVectorsAlready() throws IOException {
        VectorIndexes indexes = VectorWorld.indexes(VectorKind.BITS, 40, 0);
        try (var index = indexes.empty()) {
            world.in(index).save(saved);
        }
        try (var index = indexes.empty()) {
            index.add(ChunkId.of("first"), world.vector());
            index.load(saved, world.truth::forEach);
            assertThat(index.size()).isEqualTo(COUNT + 1);
        }
    }

    private List<List<Neighbor>> answers(VectorIndex index) {
        var answers = new ArrayList<List<Neighbor>>();
        for (int i = 0; i < 20; i++) {
            answers.add(index.search(new VectorWorld(i).vector(), 5, Deadline.NONE));
        }
        return answers;
    }

    /** In another order than they were added in. */
    private Map<ChunkId, float[]> shuffled() {
        var shuffled = new LinkedHashMap<ChunkId, float[]>();
        world.truth.keySet().stream()
                .sorted(Comparator.comparing(ChunkId::value))
                .forEach(id -> shuffled.put(id, world.truth.get(id)));
        return shuffled;
    }
}
