package dev.bolt.einstein.embed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How text becomes vectors.
 *
 * @param model bge-small or minilm, which are built in, minilm finding less and taking half the time to embed; or the
 *     folder of a sentence model, laid out as sentence-transformers does: a network (.onnx) and tokenizer.json at
 *     least. Another model embeds everything again in the background, and words answer meanwhile
 * @param accelerator auto, cpu, cuda or coreml: what the model runs on. auto tries what there is at the start and takes
 *     the fastest; one that cannot be used, or whose vectors are not the processor's, is replaced by the processor
 * @param threads texts embedded at once for questions, 1 to 64; 0 for one a processor, at most 4
 * @param maxTokens tokens of a text that are read, 16 to 512, fewer if the model was made for fewer; the rest of the
 *     text is ignored
 * @param cacheSize questions whose vectors are kept, 0 to 1,000,000; about 2 KB each
 */
@Validated
@ConfigurationProperties("bolt.einstein.embed")
public record EmbedProperties(
        @DefaultValue("bge-small") String model,
        @DefaultValue("auto") Accelerator accelerator,
        @Min(0) @Max(64) @DefaultValue("0") int threads,
        @Min(16) @Max(512) @DefaultValue("256") int maxTokens,
        @Min(0) @Max(1_000_000) @DefaultValue("10000") int cacheSize) {
    private static final int MOST_BY_DEFAULT = 4;

    int threadsFor(int processors) {
        return threads > 0 ? threads : Math.clamp(processors, 1, MOST_BY_DEFAULT);
    }
}
