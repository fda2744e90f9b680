package dev.bolt.einstein.product;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.vector.Product;
import dev.bolt.einstein.vector.ProductException;
import dev.bolt.platform.deadline.Deadline;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A product of matrices on whatever ONNX Runtime runs on. In half precision a score is off by a thousandth at most
 * where vectors have unit length. Safe for all threads.
 */
final class OnnxProduct implements Product {
    /** Questions a run: their scores with every row are held at once. */
    private static final int TOGETHER = 16;

    private final OrtSession session;
    private final Columns columns;
    private final int rows;
    private final ProductPrecision precision;

    private OnnxProduct(OrtSession session, Columns columns, int rows, ProductPrecision precision) {
        this.session = session;
        this.columns = columns;
        this.rows = rows;
        this.precision = precision;
    }

    /**
     * What it takes where it runs: the rows, and the scores of the questions of a run.
     *
     * @param precision not AUTO
     */
    static long bytes(int rows, int dimension, ProductPrecision precision) {
        long scores = precision == ProductPrecision.FLOAT16 ? Float.BYTES + Short.BYTES : Float.BYTES;
        return rows * ((long) dimension * precision.bytes() + TOGETHER * scores);
    }

    /**
     * With these rows, which are copied.
     *
     * @param precision not AUTO
     * @param memoryBytes most that it may take of a GPU's memory
     * @throws ProductException if the accelerator cannot do it
     */
    static OnnxProduct of(
            int rows,
            int dimension,
            IntFunction<float[]> row,
            ProductPrecision precision,
            Accelerator on,
            long memoryBytes) {
        byte[] graph = new ProductGraph(rows, dimension, precision).bytes();
        Columns columns = null;
        try (var options = on.options(memoryBytes)) {
            columns = Columns.of(rows, dimension, row, precision);
            options.addExternalInitializers(Map.of(ProductGraph.ROWS, columns.tensor()));
            var session = OrtEnvironment.getEnvironment().createSession(graph, options);
            return new OnnxProduct(session, columns, rows, precision);
        } catch (OrtException | RuntimeException | OutOfMemoryError failure) {
            if (columns != null) {
                columns.close();
            }
            throw new ProductException("%s cannot multiply: %s".formatted(on, failure.getMessage()), failure);
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int[][] nearest(float[][] questions, int wanted, Deadline deadline) {
        var near = new int[questions.length][];
        for (int from = 0; from < questions.length; from += TOGETHER) {
            deadline.check();
            float[][] some = Arrays.copyOfRange(questions, from, Math.min(questions.length, from + TOGETHER));
            long[][] found = run(some, Math.min(rows, precision.candidates(wanted)));
            for (int q = 0; q < found.length; q++) {
                near[from + q] =
                        Arrays.stream(found[q]).mapToInt(Math::toIntExact).toArray();
            }
        }
        return near;
    }

    private long[][] run(float[][] questions, int most) {
        var environment = OrtEnvironment.getEnvironment();
        try (var asked = OnnxTensor.createTensor(environment, questions);
                var wanted = OnnxTensor.createTensor(environment, new long[] {most});
                var found = session.run(Map.of(ProductGraph.QUESTIONS, asked, ProductGraph.K, wanted))) {
            return (long[][]) found.get(ProductGraph.ORDINALS).orElseThrow().getValue();
        } catch (OrtException failure) {
            throw new ProductException("a product failed: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new ProductException("a product cannot be closed: " + failure.getMessage(), failure);
        } finally {
            columns.close();
        }
    }
}
