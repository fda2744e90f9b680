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
 * @param memory heap for lines that were found and are not sent yet, all searches together, from 1MB to 60 % of the
 *     heap; 0 for a third of it. With less, large answers that are asked for at once wait for each other, or end early
 *     and say so
 * @param parallel searches at once, 1 to 1,000; more wait their turn, as long as their deadline lasts
 */
@Validated
@ConfigurationProperties("bolt.search.answers")
public record AnswerProperties(
        @DefaultValue("0") DataSize memory,
        @Min(1) @Max(1000) @DefaultValue("48") int parallel) {
    /** A third: another is the index's and the searches', and one is air. */
    private static final int SHARE = 3;

    private static final double MOST_OF_HEAP = 0.6;

    /** @throws IllegalArgumentException if the memory is out of its range */
    public AnswerProperties {
        long most = (long) (Runtime.getRuntime().maxMemory() * MOST_OF_HEAP);
        long bytes = memory.toBytes();
        if (bytes != 0 && (bytes < DataSize.ofMegabytes(1).toBytes() || bytes > most)) {
            throw new IllegalArgumentException("memory must be 0, or 1MB to %dMB, which is 60 %% of the heap, not %s"
                    .formatted(most >> 20, memory));
        }
    }

    /** The memory, bytes. */
    long bytes() {
        return memory.toBytes() > 0 ? memory.toBytes() : Runtime.getRuntime().maxMemory() / SHARE;
    }
}
