package dev.bolt.einstein.embed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the small files of a model's folder say of its use; every one of them may be missing. */
record ModelFacts(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String POOLING = "1_Pooling/config.json";
    private static final int LONGEST = 512;
    /** RoBERTa's family counts positions from 2. */
    private static final int RESERVED_POSITIONS = 2;

    /**
     * How the makers pool; null if they do not say.
     *
     * @throws IOException if they do it in a way that is not known here
     */
    @Nullable
    Pooling pooling() throws IOException {
        JsonNode config = read(POOLING);
        if (config.isMissingNode()) {
            return null;
        }
        if (config.path("pooling_mode_cls_token").asBoolean(false)) {
            return Pooling.CLS;
        }
        // Divided by the root of the number of tokens it has the same direction.
        if (config.path("pooling_mode_mean_tokens").asBoolean(false)
                || config.path("pooling_mode_mean_sqrt_len_tokens").asBoolean(false)) {
            return Pooling.MEAN;
        }
        throw new IOException(POOLING + " asks for neither the mean of the tokens nor the first (cls)");
    }

    /** Most tokens of a text, as far as they are said. */
    int longest() throws IOException {
        int said = positive("sentence_bert_config.json", "max_seq_length", LONGEST);
        int positions = positive("config.json", "max_position_embeddings", LONGEST);
        boolean reserved = positions > LONGEST && positions == LONGEST + RESERVED_POSITIONS;
        return Math.min(said, reserved ? LONGEST : positions);
    }

    private int positive(String file, String key, int otherwise) throws IOException {
        int value = read(file).path(key).asInt(otherwise);
        return value > 0 ? value : otherwise;
    }

    /** What the makers put in front of texts. */
    SentenceModel.Prompts prompts() throws IOException {
        JsonNode prompts = read("config_sentence_transformers.json").path("prompts");
        return new SentenceModel.Prompts(
                first(prompts, List.of("query")), first(prompts, List.of("document", "passage", "text")));
    }

    private static String first(JsonNode prompts, List<String> names) {
        return names.stream()
                .map(name -> prompts.path(name).asString(""))
                .filter(prompt -> !prompt.isEmpty())
                .findFirst()
                .orElse("");
    }

    private JsonNode read(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException failure) {
            throw new IOException(name + " is no JSON: " + failure.getOriginalMessage(), failure);
        }
    }
}
