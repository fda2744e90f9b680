package dev.bolt.benchmarks.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** ONNX Runtime with the same weights and nothing around it: texts are tokens already, and nothing is pooled. */
final class BareRuntime implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<long[]> texts = new ArrayList<>();

    BareRuntime(byte[] network, byte[] tokenizer, List<String> said, int maxTokens) throws OrtException, IOException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        session = environment.createSession(network, options);
        var settings = Map.of("padding", "false", "truncation", "true", "maxLength", Integer.toString(maxTokens));
        try (var tokens = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(tokenizer), settings)) {
            said.forEach(text -> texts.add(tokens.encode(text).getIds()));
        }
    }

    double meanTokens() {
        return texts.stream().mapToInt(text -> text.length).average().orElse(0);
    }

    /** One text, alone. */
    void run(int index) {
        long[] ids = texts.get(index);
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        try (var input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                var result = session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            if (result.size() == 0) {
                throw new IllegalStateException("The network said nothing");
            }
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
