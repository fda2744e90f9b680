package dev.bolt.einstein.product;

import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.vector.Product;
import dev.bolt.einstein.vector.ProductException;
import dev.bolt.einstein.vector.Products;
import dev.bolt.einstein.vector.VectorBudget;
import dev.bolt.platform.deadline.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Products on what the model runs on, within a limit of memory. Whether they pay there is measured once, on a thread of
 * its own, when somebody first wants to know. Safe for all threads.
 */
public final class OnnxProducts implements Products {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxProducts.class);
    /** Longest that anybody waits for the trial; it goes on, for the next who asks. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ProductProperties properties;
    private final Supplier<Optional<? extends Embedder>> model;
    private final VectorBudget budget;
    private @Nullable FutureTask<ProductTrial> trial;
    /** Why none is made any more, until the service starts anew. */
    private volatile @Nullable String failed;

    /** @param model empty while it is not loaded; without it there is no product */
    public OnnxProducts(ProductProperties properties, Supplier<Optional<? extends Embedder>> model) {
        this.properties = properties;
        this.model = model;
        this.budget = new VectorBudget(properties.memoryLimit().toBytes());
    }

    /** For a person: what 1,000 questions with 1,000 vectors take, or why that is not known. Waits a second at most. */
    public String word() {
        String told = model.get()
                .map(known -> trial(known).map(ProductTrial::word).orElse("being measured; ask again"))
                .orElse("not measured, for the model is not there");
        return failed == null ? told : "%s; not used since it failed: %s".formatted(told, failed);
    }

    /** Bytes that products hold just now. */
    public long usedBytes() {
        return budget.usedBytes();
    }

    private Optional<ProductTrial> trial(Embedder known) {
        FutureTask<ProductTrial> begun = begun(known);
        long patience =
                Math.min(PATIENCE.toNanos(), Deadline.current().remaining().toNanos());
        try {
            return Optional.of(begun.get(patience, TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            return Optional.of(new ProductTrial(Double.NaN, "cannot be measured: " + failure.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized FutureTask<ProductTrial> begun(Embedder known) {
        FutureTask<ProductTrial> begun = trial;
        if (begun == null) {
            begun = new FutureTask<>(() -> ProductTrial.run(
                    known.accelerator(),
                    properties.precision(),
                    known.dimension(),
                    properties.memoryLimit().toBytes()));
            trial = begun;
            Thread.ofPlatform().daemon().name("product-trial").start(begun);
        }
        return begun;
    }

    @Override
    public boolean pays(int questions, long rows, LongSupplier scanNanos) {
        Optional<? extends Embedder> known = model.get();
        return known.isPresent()
                && failed == null
                && switch (properties.use()) {
                    case ON -> true;
                    case OFF -> false;
                    case AUTO ->
                        known.get().accelerator() != Accelerator.CPU && faster(known.get(), questions, rows, scanNanos);
                };
    }

    private boolean faster(Embedder known, int questions, long rows, LongSupplier scanNanos) {
        return trial(known)
                .map(measured -> measured.nanos(questions, rows) < (double) questions * scanNanos.getAsLong())
                .orElse(false);
    }

    @Override
    public Optional<Product> of(int rows, int dimension, IntFunction<float[]> row) {
        Accelerator on = model.get().map(Embedder::accelerator).orElse(Accelerator.CPU);
        ProductPrecision precision = properties.precision().on(on);
        long bytes = bytes(rows, dimension, precision, on);
        if (!Columns.addressable(rows, dimension, precision) || !budget.acquire(bytes)) {
            LOG.debug("No room for {} vectors on {}", rows, on);
            return Optional.empty();
        }
        try {
            return Optional.of(new Granted(OnnxProduct.of(rows, dimension, row, precision, on, bytes), bytes));
        } catch (ProductException failure) {
            budget.release(bytes);
            failed = failure.reason();
            throw failure;
        }
    }

    /** On the processor what it is made of lies in the same memory. */
    private static long bytes(int rows, int dimension, ProductPrecision precision, Accelerator on) {
        long there = OnnxProduct.bytes(rows, dimension, precision);
        return on == Accelerator.CPU ? there + (long) rows * dimension * precision.bytes() : there;
    }

    /** Gives back what was granted. */
    private final class Granted implements Product {
        private final Product product;
        private final long bytes;

        private Granted(Product product, long bytes) {
            this.product = product;
            this.bytes = bytes;
        }

        @Override
        public int rows() {
            return product.rows();
        }

        @Override
        public int[][] nearest(float[][] questions, int wanted, Deadline deadline) {
            try {
                return product.nearest(questions, wanted, deadline);
            } catch (ProductException failure) {
                failed = failure.reason();
                throw failure;
            }
        }

        @Override
        public void close() {
            budget.release(bytes);
            product.close();
        }
    }
}
