package dev.bolt.einstein.embed;

import java.io.IOException;
import java.io.InputStream;

/**
 * The model that is built in: all-MiniLM-L6-v2 with int8 weights, mean pooling (Wang et al., "MiniLM", NeurIPS 2020;
 * sentence-transformers). 384 dimensions, some 100 MB of native memory.
 */
final class MiniLm {
    private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final int LONGEST = 512;

    private MiniLm() {}

    static SentenceModel model() {
        return new SentenceModel(
                "all-MiniLM-L6-v2 int8",
                (environment, options) -> environment.createSession(resource(WEIGHTS), options),
                resource(TOKENIZER),
                Pooling.MEAN,
                LONGEST,
                SentenceModel.Prompts.NONE);
    }

    private static byte[] resource(String name) {
        try (InputStream in = MiniLm.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new EmbedException("The model that is built in cannot be read: " + failure.getMessage(), failure);
        }
    }
}
