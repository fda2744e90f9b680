package dev.bolt.einstein.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A model on ONNX Runtime. One text a run: the quantization of int8 weights is dynamic, so in a batch a vector would
 * depend on its neighbours; alone it is a pure function of its text, and on a CPU a batch is no faster (see the
 * README). One thread a run, any number of runs at once.
 */
public final class OnnxEmbedder implements Embedder, AutoCloseable {
    /** Of the trial: a short function. */
    private static final int TRIAL_TOKENS = 64;

    private final TextNetwork network;
    private final HuggingFaceTokenizer tokenizer;
    private final SentenceModel.Prompts prompts;
    private final SentenceModel.Cosines cosines;
    private final String model;
    private final String runsOn;
    private final Accelerator accelerator;
    private final int dimension;

    private OnnxEmbedder(SentenceModel model, HuggingFaceTokenizer tokenizer, Trials.Chosen chosen, int tokens)
            throws OrtException {
        this.network = chosen.network();
        this.tokenizer = tokenizer;
        this.prompts = model.prompts();
        this.cosines = model.cosines();
        this.model = "%s, %d tokens".formatted(model.name(), tokens);
        this.runsOn = chosen.report();
        this.dimension = network.run(tokens(tokenizer, "word ".repeat(tokens))).length;
        this.accelerator = chosen.on();
    }

    /**
     * Loads the model that the settings name, lets it run on what there is, and tries it with a text of the most
     * tokens; takes about a second and touches no network.
     *
     * @param natives folder that the tokenizer unpacks its library to
     * @throws EmbedException if there is something wrong with the model's folder, or this machine cannot run it
     */
    public static OnnxEmbedder load(EmbedProperties properties, Path natives) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("DJL_CACHE_DIR", natives.toString());
        Telemetry.refuse();
        Optional<BuiltInModel> builtIn = BuiltInModel.named(properties.model());
        if (builtIn.isPresent()) {
            try {
                return load(builtIn.get().model(), properties);
            } catch (Exception | LinkageError failure) {
                throw new EmbedException("The embedding model cannot be loaded: " + failure.getMessage(), failure);
            }
        }
        var folder =
                new ModelFolder(Path.of(properties.model()).toAbsolutePath().normalize());
        SentenceModel found = folder.model();
        try {
            return load(found, properties);
        } catch (Exception | LinkageError failure) {
            throw folder.wrong("cannot be used: " + failure.getMessage(), failure);
        }
    }

    private static OnnxEmbedder load(SentenceModel model, EmbedProperties properties) throws OrtException, IOException {
        int longest = Math.min(properties.maxTokens(), model.longest());
        HuggingFaceTokenizer tokenizer = tokenizer(model, longest);
        TextNetwork network = null;
        try {
            var text = tokens(tokenizer, "word ".repeat(Math.min(longest, TRIAL_TOKENS)));
            var trials = new Trials(OrtEnvironment.getAvailableProviders(), System::nanoTime);
            Trials.Chosen chosen = trials.choose(properties.accelerator(), text, one -> network(model, one));
            network = chosen.network();
            return new OnnxEmbedder(model, tokenizer, chosen, longest);
        } catch (OrtException | IOException | RuntimeException failure) {
            tokenizer.close();
            if (network != null) {
                network.close();
            }
            throw failure;
        }
    }

    private static Network network(SentenceModel model, Accelerator accelerator) throws OrtException, IOException {
        try (var options = accelerator.options()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            OrtSession session = model.weights().open(OrtEnvironment.getEnvironment(), options);
            try {
                return Network.of(session, model.pooling());
            } catch (OrtException | RuntimeException failure) {
                session.close();
                throw failure;
            }
        }
    }

    /** Some files ask for padding to 128 tokens, which makes a short question eight times as dear; undone here. */
    private static HuggingFaceTokenizer tokenizer(SentenceModel model, int tokens) throws IOException {
        var options = Map.of(
                "padding",
                "false",
                "truncation",
                "true",
                "maxLength",
                Integer.toString(tokens),
                "modelMaxLength",
                Integer.toString(model.longest()));
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(model.tokenizer()), options);
        } catch (RuntimeException failure) {
            throw new IOException("its tokenizer.json cannot be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public float[] embed(String text) {
        return prompted(prompts.text(), text);
    }

    @Override
    public float[] question(String text) {
        return prompted(prompts.question(), text);
    }

    private float[] prompted(String prompt, String text) {
        try {
            return run(prompt + text);
        } catch (OrtException failure) {
            throw new EmbedException("The text cannot be embedded: " + failure.getMessage(), failure);
        }
    }

    private float[] run(String text) throws OrtException {
        TextNetwork.Tokens tokens = tokens(tokenizer, text);
        return tokens.ids().length == 0 ? new float[dimension] : network.run(tokens);
    }

    private static TextNetwork.Tokens tokens(HuggingFaceTokenizer tokenizer, String text) {
        Encoding encoding = tokenizer.encode(text);
        return new TextNetwork.Tokens(encoding.getIds(), encoding.getTypeIds());
    }

    /** Tokens of the text that are read. */
    int tokens(String text) {
        return tokenizer.encode(text).getIds().length;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public double likeness(double cosine) {
        return cosines.likeness(cosine);
    }

    @Override
    public double weight() {
        return cosines.weight();
    }

    @Override
    public String runsOn() {
        return runsOn;
    }

    @Override
    public Accelerator accelerator() {
        return accelerator;
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            network.close();
        } catch (OrtException failure) {
            throw new EmbedException("The model cannot be closed", failure);
        }
    }
}
