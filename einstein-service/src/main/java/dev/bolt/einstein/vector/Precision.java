package dev.bolt.einstein.vector;

/** How exactly a row is kept. */
enum Precision {
    /** As it came: 4 bytes a dimension. */
    FLOAT32,
    /** A byte a dimension, scaled by the row's largest value: cosines are off by some 0.002. */
    INT8;

    /** Length of a row. */
    int bytes(int dimension) {
        return switch (this) {
            case FLOAT32 -> dimension * Float.BYTES;
            case INT8 -> Float.BYTES + (dimension + Float.BYTES - 1) / Float.BYTES * Float.BYTES;
        };
    }
}
