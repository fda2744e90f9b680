package dev.bolt.einstein.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The nearest rows of many questions at once, by one product of matrices on whatever ONNX Runtime runs on. Exact in
 * single precision; in half precision a score is off by a thousandth at most where vectors have unit length. Safe for
 * all threads.
 */
final class Product implements AutoCloseable {
    /** What the guide measures: so many questions with so many rows. */
    private static final int TRIAL = 1000;

    private static final int TRIAL_NEAREST = 10;

    private final OrtSession session;

    private Product(OrtSession session) {
        this.session = session;
    }

    /**
     * With these rows, which are copied.
     *
     * @throws OrtException if the accelerator cannot do it
     */
    static Product of(float[][] rows, boolean half, Accelerator on) throws OrtException {
        Telemetry.refuse();
        byte[] graph = new ProductGraph(rows, rows[0].length, half).bytes();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            on.on(options);
            return new Product(OrtEnvironment.getEnvironment().createSession(graph, options));
        }
    }

    /**
     * What was found, a line a question, best first.
     *
     * @param ordinals of rows
     * @param scores dot products
     */
    record Found(long[][] ordinals, float[][] scores) {}

    /** @param most rows for each question, no more than there are */
    Found nearest(float[][] questions, int most) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        try (var asked = OnnxTensor.createTensor(environment, questions);
                var wanted = OnnxTensor.createTensor(environment, new long[] {most});
                var found = session.run(Map.of(ProductGraph.QUESTIONS, asked, ProductGraph.K, wanted))) {
            return new Found(
                    (long[][]) value(found, ProductGraph.ORDINALS), (float[][]) value(found, ProductGraph.SCORES));
        }
    }

    private static Object value(OrtSession.Result found, String name) throws OrtException {
        return found.get(name).orElseThrow().getValue();
    }

    /**
     * How long 1,000 questions with 1,000 rows take, for a person: {@code cpu, float32: 14.1 ms for 1000 x 1000 of 384
     * dimensions}. In half precision on an accelerator. Takes some tenths of a second.
     */
    static String trial(Accelerator on, int dimension) {
        boolean half = on != Accelerator.CPU;
        var random = new Random(1);
        float[][] vectors = new float[TRIAL][dimension];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimension; d++) {
                vector[d] = (float) (random.nextGaussian() / Math.sqrt(dimension));
            }
        }
        try (var product = of(vectors, half, on)) {
            product.nearest(vectors, TRIAL_NEAREST);
            long began = System.nanoTime();
            product.nearest(vectors, TRIAL_NEAREST);
            double millis = (System.nanoTime() - began) / 1e6;
            return String.format(
                    Locale.ROOT,
                    "%s, %s: %.1f ms for %d x %d of %d dimensions",
                    on,
                    half ? "float16" : "float32",
                    millis,
                    TRIAL,
                    TRIAL,
                    dimension);
        } catch (OrtException failure) {
            return "%s cannot multiply: %s".formatted(on, failure.getMessage());
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
