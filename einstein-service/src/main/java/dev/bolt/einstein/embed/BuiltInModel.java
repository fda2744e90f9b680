package dev.bolt.einstein.embed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models whose weights come inside the service; int8, 384 dimensions, read from the class path. */
enum BuiltInModel {
    /** all-MiniLM-L6-v2 (Wang et al., "MiniLM", NeurIPS 2020; sentence-transformers): some 100 MB of native memory. */
    MINILM(
            "minilm",
            "all-MiniLM-L6-v2 int8",
            "/all-minilm-l6-v2-q",
            Pooling.MEAN,
            SentenceModel.Prompts.NONE,
            SentenceModel.Cosines.PLAIN),
    /**
     * bge-small-en-v1.5 (Xiao et al., "C-Pack", SIGIR 2024): twelve layers instead of six, so it takes twice the time
     * and finds more (see the README). Its cosines lie closer together: the scale is the slope of MiniLM's best cosine
     * over its own, for 86 questions half of which django answers; the weight was chosen on django's docstrings.
     */
    BGE_SMALL(
            "bge-small",
            "bge-small-en-v1.5 int8",
            "/bge-small-en-v1.5-q",
            Pooling.CLS,
            new SentenceModel.Prompts("Represent this sentence for searching relevant passages: ", ""),
            new SentenceModel.Cosines(1.9, 2));

    private static final int LONGEST = 512;

    private final String word;
    private final String title;
    private final String resource;
    private final Pooling pooling;
    private final SentenceModel.Prompts prompts;
    private final SentenceModel.Cosines cosines;

    BuiltInModel(
            String word,
            String title,
            String resource,
            Pooling pooling,
            SentenceModel.Prompts prompts,
            SentenceModel.Cosines cosines) {
        this.word = word;
        this.title = title;
        this.resource = resource;
        this.pooling = pooling;
        this.prompts = prompts;
        this.cosines = cosines;
    }

    /** The one that the setting names; empty if it names none of them, and so a folder. */
    static Optional<BuiltInModel> named(String setting) {
        return setting.isBlank()
                ? Optional.of(BGE_SMALL)
                : Arrays.stream(values())
                        .filter(model -> model.word.equals(setting.strip()))
                        .findFirst();
    }

    /** What the setting may say, for a person. */
    static String words() {
        return Arrays.stream(values()).map(model -> model.word).collect(Collectors.joining(" or "));
    }

    SentenceModel model() {
        return new SentenceModel(
                title,
                (environment, options) -> environment.createSession(read(resource + ".onnx"), options),
                read(resource + "-tokenizer.json"),
                pooling,
                LONGEST,
                prompts,
                cosines);
    }

    private static byte[] read(String name) {
        try (InputStream in = BuiltInModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new EmbedException("The model that is built in cannot be read: " + failure.getMessage(), failure);
        }
    }
}
