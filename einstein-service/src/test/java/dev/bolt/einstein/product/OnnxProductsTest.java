package dev.bolt.einstein.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.vector.Neighbor;
import dev.bolt.einstein.vector.Product;
import dev.bolt.einstein.vector.ProductException;
import dev.bolt.einstein.vector.Products;
import dev.bolt.einstein.vector.VectorBudget;
import dev.bolt.einstein.vector.VectorIndex;
import dev.bolt.einstein.vector.VectorIndexes;
import dev.bolt.einstein.vector.VectorKind;
import dev.bolt.einstein.vector.VectorProperties;
import dev.bolt.einstein.vector.VectorQuestion;
import dev.bolt.platform.deadline.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** What is found by a product is what a scan finds, whatever became of the rows; the runtime is the real one. */
class OnnxProductsTest {
    private static final int DIMENSION = 48;
    private static final int STEPS = 12;

    private final Random random = new Random(20261130);
    private final AtomicInteger measured = new AtomicInteger();

    /** Says what it runs on, and counts who measures. */
    private final class Model implements Embedder {
        private final Accelerator on;

        Model(Accelerator on) {
            this.on = on;
        }

        @Override
        public float[] embed(String text) {
            throw new AssertionError("nothing is embedded here");
        }

        @Override
        public int dimension() {
            measured.incrementAndGet();
            return DIMENSION;
        }

        @Override
        public String model() {
            return "model";
        }

        @Override
        public Accelerator accelerator() {
            return on;
        }
    }

    /** Every scan is exact here, so both ways must say the same; equal scores may change places. */
    @ParameterizedTest
    @CsvSource({"FLOAT32, 65536", "FLOAT16, 65536", "FLOAT32, 256", "FLOAT16, 256"})
    void findsWhatAScanFindsWhileRowsComeAndGo(ProductPrecision precision, int kilobytes) {
        var products = products(ProductUse.ON, precision, 64, Accelerator.CPU);
        var kept = new ArrayList<ChunkId>();
        int next = 0;
        try (VectorIndex index = flat(kilobytes)) {
            for (int step = 0; step < STEPS; step++) {
                int more = random.nextInt(step % 3 == 0 ? 1500 : 20);
                for (int i = 0; i < more; i++) {
                    ChunkId id = ChunkId.of("row " + next++);
                    if (index.add(id, unit())) {
                        kept.add(id);
                    }
                }
                for (int i = random.nextInt(3) * random.nextInt(30); i > 0 && !kept.isEmpty(); i--) {
                    index.remove(kept.remove(random.nextInt(kept.size())));
                }
                List<VectorQuestion> questions = questions(2 + random.nextInt(40));
                same(index, questions, index.searchAll(questions, products, Deadline.NONE));
                assertThat(products.usedBytes() > 0).isEqualTo(index.size() > 0);
            }
            assertThat(index.kind()).isEqualTo(kilobytes == 256 ? "FLAT, INT8" : "FLAT, FLOAT32");
        }
        assertThat(products.usedBytes()).isZero();
    }

    @Test
    void comparesOneAfterAnotherWhatDoesNotFit() {
        var products = products(ProductUse.ON, ProductPrecision.FLOAT32, 1, Accelerator.CPU);
        try (VectorIndex index = flat(65536)) {
            fill(index, 3000);
            List<VectorQuestion> questions = questions(5);
            same(index, questions, index.searchAll(questions, products, Deadline.NONE));
            assertThat(products.usedBytes()).isZero();
        }
        try (VectorIndex index = flat(65536)) {
            fill(index, 2000);
            List<VectorQuestion> questions = questions(5);
            same(index, questions, index.searchAll(questions, products, Deadline.NONE));
            assertThat(products.usedBytes()).isBetween(1L, 1L << 20);
        }
    }

    @Test
    void answersAllTheSameIfTheRuntimeFails() {
        var failing = new Products() {
            private final AtomicInteger made = new AtomicInteger();

            @Override
            public boolean pays(int questions, long rows, LongSupplier scanNanos) {
                return true;
            }

            @Override
            public Optional<Product> of(int rows, int dimension, IntFunction<float[]> row) {
                made.incrementAndGet();
                return Optional.of(new Broken());
            }
        };
        try (VectorIndex index = flat(65536)) {
            fill(index, 100);
            List<VectorQuestion> questions = questions(3);
            same(index, questions, index.searchAll(questions, failing, Deadline.NONE));
            assertThat(failing.made).hasValue(1);
        }
    }

    private record Broken() implements Product {
        @Override
        public int rows() {
            return 1;
        }

        @Override
        public int[][] nearest(float[][] questions, int wanted, Deadline deadline) {
            throw new ProductException("broken", new IllegalStateException());
        }

        @Override
        public void close() {}
    }

    @Test
    void measuresOnceWhenSomebodyWantsToKnow() throws Exception {
        var products = products(ProductUse.AUTO, ProductPrecision.AUTO, 64, Accelerator.CPU);
        assertThat(products.pays(64, 1_000_000, () -> Long.MAX_VALUE)).isFalse();
        assertThat(measured).hasValue(0);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> asking = List.of(products::word, products::word, products::word, products::word);
            for (Future<String> word : threads.invokeAll(asking)) {
                assertThat(word.get()).matches("cpu, float32: [0-9.]+ ms.*|being measured; ask again");
            }
        }
        assertThat(measured).hasValue(1);
    }

    @Test
    void doesNotPayOnAnAcceleratorThatIsNotThere() {
        var products = products(ProductUse.AUTO, ProductPrecision.AUTO, 64, Accelerator.COREML);
        assertThat(products.word()).contains("coreml cannot multiply");
        assertThat(products.pays(64, 1000, () -> Long.MAX_VALUE)).isFalse();
        assertThat(products(ProductUse.OFF, ProductPrecision.AUTO, 64, Accelerator.COREML)
                        .pays(64, 1000, () -> Long.MAX_VALUE))
                .isFalse();
        assertThat(new OnnxProducts(
                                new ProductProperties(ProductUse.ON, ProductPrecision.AUTO, DataSize.ofMegabytes(1)),
                                Optional::empty)
                        .pays(64, 1000, () -> Long.MAX_VALUE))
                .isFalse();
    }

    @Test
    void isNotTriedAgainAfterItFailed() {
        var products = products(ProductUse.ON, ProductPrecision.AUTO, 64, Accelerator.COREML);
        try (VectorIndex index = flat(65536)) {
            fill(index, 100);
            List<VectorQuestion> questions = questions(3);
            same(index, questions, index.searchAll(questions, products, Deadline.NONE));
        }
        assertThat(products.usedBytes()).isZero();
        assertThat(products.pays(64, 1000, () -> 1)).isFalse();
        assertThat(products.word()).contains("not used since it failed: coreml cannot multiply");
    }

    private OnnxProducts products(ProductUse use, ProductPrecision precision, int megabytes, Accelerator on) {
        var model = new Model(on);
        return new OnnxProducts(
                new ProductProperties(use, precision, DataSize.ofMegabytes(megabytes)), () -> Optional.of(model));
    }

    private static VectorIndex flat(int kilobytes) {
        var properties = new VectorProperties(DataSize.ofMegabytes(64), VectorKind.FLAT, 400, 0, 128);
        return new VectorIndexes(properties, new VectorBudget(kilobytes * 1024L)).empty(DIMENSION);
    }

    private void fill(VectorIndex index, int count) {
        for (int i = 0; i < count; i++) {
            index.add(ChunkId.of("row " + i), unit());
        }
    }

    private List<VectorQuestion> questions(int count) {
        var questions = new ArrayList<VectorQuestion>();
        for (int i = 0; i < count; i++) {
            questions.add(new VectorQuestion(unit(), 1 + random.nextInt(60)));
        }
        return questions;
    }

    private static void same(VectorIndex index, List<VectorQuestion> questions, List<List<Neighbor>> found) {
        assertThat(found).hasSize(questions.size());
        for (int q = 0; q < questions.size(); q++) {
            List<Neighbor> scanned =
                    index.search(questions.get(q).vector(), questions.get(q).topK(), Deadline.NONE);
            assertThat(found.get(q)).hasSameSizeAs(scanned);
            for (int i = 0; i < scanned.size(); i++) {
                assertThat(found.get(q).get(i).similarity())
                        .isCloseTo(scanned.get(i).similarity(), within(1e-6));
            }
        }
    }

    private float[] unit() {
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
}
