package dev.bolt.einstein.embed;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A model that turns texts into vectors, found and not yet loaded.
 *
 * @param name names weights, tokenizer and prompts; two that differ in any of them have two names
 * @param weights opens the network
 * @param tokenizer its {@code tokenizer.json}
 * @param pooling as its makers say; null if they do not, and the network's output decides
 * @param longest most tokens that it was made for
 * @param prompts what is put in front of texts
 * @param cosines how its cosines are read
 */
record SentenceModel(
        String name,
        Weights weights,
        byte[] tokenizer,
        @Nullable Pooling pooling,
        int longest,
        Prompts prompts,
        Cosines cosines) {
    /** The network, wherever it lies. */
    @FunctionalInterface
    interface Weights {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException, IOException;
    }

    /**
     * How far apart a model's cosines lie, and what they are worth.
     *
     * @param scale what the distance of a cosine from 1 is multiplied with to be as far as MiniLM's
     * @param weight {@link Embedder#weight}
     */
    record Cosines(double scale, double weight) {
        /** As MiniLM's, for want of anything known. */
        static final Cosines PLAIN = new Cosines(1, 1);

        /** {@link Embedder#likeness}. */
        double likeness(double cosine) {
            return 1 - scale * (1 - cosine);
        }
    }

    /**
     * What some models want in front of a text, empty if nothing.
     *
     * @param question before what is asked
     * @param text before what is to be found
     */
    record Prompts(String question, String text) {
        static final Prompts NONE = new Prompts("", "");
    }
}
