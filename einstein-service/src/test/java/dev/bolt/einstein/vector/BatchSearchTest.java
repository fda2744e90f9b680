package dev.bolt.einstein.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.platform.deadline.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class BatchSearchTest {
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    /** A runtime that breaks: its products neither multiply nor close. */
    private final class Broken implements Products, Product {
        @Override
        public boolean pays(int questions, long rows, LongSupplier scanNanos) {
            return true;
        }

        @Override
        public Optional<Product> of(int rows, int dimension, IntFunction<float[]> row) {
            made.incrementAndGet();
            return Optional.of(this);
        }

        @Override
        public int rows() {
            return 0;
        }

        @Override
        public int[][] nearest(float[][] questions, int wanted, Deadline deadline) {
            throw new ProductException("it is gone", new IllegalStateException());
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            throw new ProductException("it is gone", new IllegalStateException());
        }
    }

    @Test
    void scansWhereAProductCanNeitherBeAskedNorClosedAndClosesItOnce() {
        var world = new VectorWorld(1).with(50);
        try (var index = world.in(VectorWorld.indexes(VectorKind.FLAT, 40, 4).empty())) {
            var questions = List.of(new VectorQuestion(world.vector(), 5), new VectorQuestion(world.vector(), 3));
            List<List<Neighbor>> found = index.searchAll(questions, new Broken(), Deadline.NONE);
            assertThat(found).hasSize(2);
            for (int q = 0; q < 2; q++) {
                VectorQuestion question = questions.get(q);
                assertThat(found.get(q)).map(Neighbor::id).isEqualTo(world.exact(question.vector(), question.topK()));
            }
        }
        assertThat(made).hasValue(1);
        assertThat(closed).hasValue(1);
    }
}
