package dev.bolt.einstein.product;

/** When questions that come together are answered by a product. */
public enum ProductUse {
    /** On an accelerator, where a trial finds that faster than one after another. */
    AUTO,
    /** Always, on the processor too. */
    ON,
    /** Never. */
    OFF
}
