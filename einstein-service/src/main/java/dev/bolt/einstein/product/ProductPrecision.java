package dev.bolt.einstein.product;

import dev.bolt.einstein.embed.Accelerator;
import java.util.Locale;

/** What is multiplied. */
public enum ProductPrecision {
    /** FLOAT16 on an accelerator, FLOAT32 on the processor, which has to widen halves. */
    AUTO,
    /** Exact. */
    FLOAT32,
    /** A score of unit vectors is off by a thousandth at most. */
    FLOAT16;

    /** What it means there, never AUTO. */
    ProductPrecision on(Accelerator accelerator) {
        if (this != AUTO) {
            return this;
        }
        return accelerator == Accelerator.CPU ? FLOAT32 : FLOAT16;
    }

    int bytes() {
        return this == FLOAT16 ? Short.BYTES : Float.BYTES;
    }

    /** How many are looked at for so many that are wanted, so that rounding hides none that matters. */
    int candidates(int wanted) {
        return this == FLOAT16 ? 2 * wanted + 64 : wanted + 16;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
