package dev.bolt.einstein.vector;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** Makes {@link Product products} where they are wanted. Safe for all threads. */
public interface Products {
    /** Never one: questions are answered one after another. */
    Products NONE = new Products() {
        @Override
        public boolean pays(int questions, long rows, LongSupplier scanNanos) {
            return false;
        }

        @Override
        public Optional<Product> of(int rows, int dimension, IntFunction<float[]> row) {
            return Optional.empty();
        }
    };

    /**
     * Whether so many questions are to be answered by a product.
     *
     * @param rows that each is compared with
     * @param scanNanos measures, when asked, how long one of them takes otherwise
     */
    boolean pays(int questions, long rows, LongSupplier scanNanos);

    /**
     * Brings rows to where they are multiplied; takes some microseconds a row.
     *
     * @param row by ordinal, {@code float[dimension]}; not asked after this returns
     * @return empty if there is no room for them
     * @throws ProductException if the runtime fails
     */
    Optional<Product> of(int rows, int dimension, IntFunction<float[]> row);
}
