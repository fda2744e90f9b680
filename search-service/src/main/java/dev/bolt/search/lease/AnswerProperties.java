package dev.bolt.search.lease;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What searches may hold.
 *
 * @param memory heap for lines that were found and are not sent yet, all searches together; 0 for a third of the heap.
 *     With less, large answers that are asked for at once wait for each other, or end early and say so
 * @param parallel searches at once, 1 to 1,000; more wait their turn, as long as their deadline lasts
 */
@Validated
@ConfigurationProperties("bolt.search.answers")
public record AnswerProperties(
        @DefaultValue("0") DataSize memory,
        @Min(1) @Max(1000) @DefaultValue("48") int parallel) {
    /** A third: another is the index's and the searches', and one is air. */
    private static final int SHARE = 3;

    /** @throws IllegalArgumentException if the memory is negative */
    public AnswerProperties {
        if (memory.isNegative()) {
            throw new IllegalArgumentException("memory must be 0 or more, not " + memory);
        }
    }

    /** The memory, bytes. */
    long bytes() {
        return memory.toBytes() > 0 ? memory.toBytes() : Runtime.getRuntime().maxMemory() / SHARE;
    }
}
