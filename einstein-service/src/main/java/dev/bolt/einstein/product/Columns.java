package dev.bolt.einstein.product;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/** Rows as columns, off the heap: {@code [dimension][rows]}. */
final class Columns implements AutoCloseable {
    /** Rows that are turned at once, so that each line of the cache is written whole. */
    private static final int BLOCK = 64;

    private static final long ALIGNMENT = 64;

    private final Arena arena = Arena.ofShared();
    private final OnnxTensor tensor;

    private Columns(int rows, int dimension, IntFunction<float[]> row, ProductPrecision precision) throws OrtException {
        ByteBuffer turned = arena.allocate((long) rows * dimension * precision.bytes(), ALIGNMENT)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
        turn(rows, dimension, row, precision, turned);
        this.tensor = OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(),
                turned,
                new long[] {dimension, rows},
                precision == ProductPrecision.FLOAT16 ? OnnxJavaType.FLOAT16 : OnnxJavaType.FLOAT);
    }

    /**
     * Of these rows, which are copied.
     *
     * @throws OutOfMemoryError if the machine has no room
     */
    static Columns of(int rows, int dimension, IntFunction<float[]> row, ProductPrecision precision)
            throws OrtException {
        return new Columns(rows, dimension, row, precision);
    }

    /** Whether there is a buffer so long: up to 2 GiB, 1.4 million rows of 384 dimensions in single precision. */
    static boolean addressable(int rows, int dimension, ProductPrecision precision) {
        return (long) rows * dimension * precision.bytes() <= Integer.MAX_VALUE;
    }

    private static void turn(
            int rows, int dimension, IntFunction<float[]> row, ProductPrecision precision, ByteBuffer into) {
        var block = new float[BLOCK][];
        for (int from = 0; from < rows; from += BLOCK) {
            int here = Math.min(BLOCK, rows - from);
            for (int i = 0; i < here; i++) {
                block[i] = row.apply(from + i);
            }
            for (int d = 0; d < dimension; d++) {
                int at = d * rows + from;
                for (int i = 0; i < here; i++) {
                    if (precision == ProductPrecision.FLOAT16) {
                        into.putShort((at + i) * Short.BYTES, Float.floatToFloat16(block[i][d]));
                    } else {
                        into.putFloat((at + i) * Float.BYTES, block[i][d]);
                    }
                }
            }
        }
    }

    /** As the runtime takes it; reads this memory. */
    OnnxTensor tensor() {
        return tensor;
    }

    @Override
    public void close() {
        tensor.close();
        arena.close();
    }
}
