package dev.bolt.orchestrator.model;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The language model that may sum up an answer and propose a patch. Its key, if it wants one, is {@code BOLT_MODEL_KEY}
 * in the environment and nowhere else.
 *
 * @param url of an OpenAI-compatible endpoint up to where {@code /chat/completions} follows, such as
 *     {@code http://127.0.0.1:11434/v1}; https, or http on this machine. Empty for no model: nothing leaves the machine
 * @param name of the model, as the endpoint knows it
 * @param context characters of code and findings that are sent with a question at most, 1,000 to 1,000,000
 * @param answerTokens tokens that it may answer with at most, 100 to 100,000
 */
@Validated
@ConfigurationProperties("bolt.orchestrator.model")
public record ModelProperties(
        @NotNull
        @Pattern(regexp = ModelProperties.PLACE, message = "must be empty, https, or http on this machine")
        @DefaultValue("")
        String url,

        @NotNull @DefaultValue("default") String name,
        @Min(1_000) @Max(1_000_000) @DefaultValue("24000") int context,
        @Min(100) @Max(100_000) @DefaultValue("4000") int answerTokens) {
    private static final String PLACE = "(https://.+|http://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?(/.*)?)?";

    /** Whether there is one. */
    public boolean attached() {
        return !url.isEmpty();
    }
}
