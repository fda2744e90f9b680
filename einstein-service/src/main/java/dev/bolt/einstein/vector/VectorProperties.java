package dev.bolt.einstein.vector;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many vectors are kept at hand.
 *
 * @param budget heap for the vectors of all workspaces, at least 1 MB; 1,536 bytes a chunk. What does not fit is found
 *     by words alone
 */
@Validated
@ConfigurationProperties("bolt.einstein.vector")
public record VectorProperties(@DefaultValue("256MB") DataSize budget) {
    /** @throws IllegalArgumentException if the budget is below 1 MB */
    public VectorProperties {
        if (budget.toMegabytes() < 1) {
            throw new IllegalArgumentException("budget must be at least 1MB, not " + budget);
        }
    }

    /** The budget in bytes. */
    public long budgetBytes() {
        return budget.toBytes();
    }
}
