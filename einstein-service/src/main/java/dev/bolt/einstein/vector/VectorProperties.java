package dev.bolt.einstein.vector;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many vectors are kept at hand, and how they are searched.
 *
 * @param budget memory off the heap for the vectors of all workspaces, at least 1 MB; some 1,600 bytes a chunk, 450
 *     once a workspace no longer fits otherwise. What does not fit is found by words alone
 * @param kind auto, flat, bits or ivf: exact but slow, codes of a bit a dimension, codes in lists; auto goes by size
 * @param refine candidates that are compared exactly, 1 to 100,000: more find more of the true neighbours and take
 *     longer. Never fewer than 4 for each that is wanted
 * @param nprobe lists of an ivf that are looked at, 0 to 100,000, 0 an eighth of them: more find more and take longer
 */
@Validated
@ConfigurationProperties("bolt.einstein.vector")
public record VectorProperties(
        @DefaultValue("256MB") DataSize budget,
        @DefaultValue("auto") VectorKind kind,
        @DefaultValue("400") int refine,
        @DefaultValue("0") int nprobe) {
    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException if the budget is below 1 MB, or a number out of its range */
    public VectorProperties {
        if (budget.toMegabytes() < 1) {
            throw new IllegalArgumentException("budget must be at least 1MB, not " + budget);
        }
        if (refine < 1 || refine > MOST) {
            throw new IllegalArgumentException("refine must be 1 to 100,000, not " + refine);
        }
        if (nprobe < 0 || nprobe > MOST) {
            throw new IllegalArgumentException("nprobe must be 0 to 100,000, not " + nprobe);
        }
    }

    /** What is set where nothing is set. */
    public static VectorProperties defaults() {
        return new VectorProperties(DataSize.ofMegabytes(256), VectorKind.AUTO, 400, 0);
    }

    /** The budget in bytes. */
    public long budgetBytes() {
        return budget.toBytes();
    }
}
