package dev.bolt.einstein.product;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How questions that come together are compared with the vectors of a workspace.
 *
 * @param use auto, on or off: by a product of matrices where a trial finds that faster on an accelerator, always, or
 *     never; else one after another, as single questions are
 * @param precision auto, float32 or float16: what is multiplied; auto is float16 on an accelerator. What is found is
 *     compared exactly in either case
 * @param memoryLimit memory for the vectors of all workspaces and their scores where they are multiplied, a GPU's for
 *     one, at least 1 MB. What does not fit is compared one after another. Some 800 bytes a chunk in float16, 1,600 in
 *     float32, and as much again off the heap, which counts too on the processor
 */
@Validated
@ConfigurationProperties("bolt.einstein.product")
public record ProductProperties(
        @DefaultValue("auto") ProductUse use,
        @DefaultValue("auto") ProductPrecision precision,
        @DefaultValue("1GB") DataSize memoryLimit) {
    /** @throws IllegalArgumentException if the limit is below 1 MB */
    public ProductProperties {
        if (memoryLimit.toMegabytes() < 1) {
            throw new IllegalArgumentException("memory-limit must be at least 1MB, not " + memoryLimit);
        }
    }
}
