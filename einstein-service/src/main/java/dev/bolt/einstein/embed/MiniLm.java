package dev.bolt.einstein.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * all-MiniLM-L6-v2 with int8 weights (Wang et al., "MiniLM", NeurIPS 2020; sentence-transformers), mean pooling over
 * the tokens, unit length. One text a run: the quantization is dynamic, so in a batch a vector would depend on its
 * neighbours; alone it is a pure function of its text, and on a CPU a batch is no faster (see the README). One thread a
 * run, any number of runs at once. Some 100 MB of native memory.
 */
public final class MiniLm implements Embedder, AutoCloseable {
    private static final int DIMENSION = 384;
    private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final String model;

    private MiniLm(OrtSession session, HuggingFaceTokenizer tokenizer, int maxTokens) {
        this.session = session;
        this.tokenizer = tokenizer;
        this.model = "all-MiniLM-L6-v2 int8, %d tokens".formatted(maxTokens);
    }

    /**
     * Loads weights and native libraries; takes about a second and touches no network.
     *
     * @param natives folder that the tokenizer unpacks its library to
     * @throws EmbedException if this machine cannot run it
     */
    public static MiniLm load(EmbedProperties properties, Path natives) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("DJL_CACHE_DIR", natives.toString());
        Telemetry.refuse();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            var tokenizer = tokenizer(properties.maxTokens());
            var session = OrtEnvironment.getEnvironment().createSession(resource(WEIGHTS), options);
            return new MiniLm(session, tokenizer, properties.maxTokens());
        } catch (Exception | LinkageError failure) {
            throw new EmbedException("The embedding model cannot be loaded: " + failure.getMessage(), failure);
        }
    }

    /**
     * The file asks for padding to 128 tokens, which makes a short question eight times as dear; that is undone here.
     */
    private static HuggingFaceTokenizer tokenizer(int maxTokens) throws IOException {
        try (InputStream in = MiniLm.class.getResourceAsStream(TOKENIZER)) {
            if (in == null) {
                throw new IOException("No resource " + TOKENIZER);
            }
            var options = Map.of(
                    "padding", "false",
                    "truncation", "true",
                    "maxLength", Integer.toString(maxTokens),
                    "modelMaxLength", "512");
            return HuggingFaceTokenizer.newInstance(in, options);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = MiniLm.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("No resource " + name);
            }
            return in.readAllBytes();
        }
    }

    @Override
    public float[] embed(String text) {
        Encoding encoding = tokenizer.encode(text);
        long[] ids = encoding.getIds();
        var environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, ids.length};
        try (var input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getAttentionMask()), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getTypeIds()), shape);
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            var states = (OnnxTensor) result.get(0);
            return Pooling.meanUnit(states.getFloatBuffer(), ids.length, DIMENSION);
        } catch (OrtException failure) {
            throw new EmbedException("The text cannot be embedded: " + failure.getMessage(), failure);
        }
    }

    /** Tokens of the text that are read. */
    int tokens(String text) {
        return tokenizer.encode(text).getIds().length;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException failure) {
            throw new EmbedException("The model cannot be closed", failure);
        }
    }
}
