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
 * @param kind auto, flat, bits, ivf, pq or hnsw: exact but slow, codes of a bit a dimension, those in lists, codes of a
 *     byte each eight dimensions, a graph; auto goes by size and takes the first three
 * @param refine candidates of bits, ivf and pq that are compared exactly, 1 to 100,000: more find more of the true
 *     neighbours and take longer. Never fewer than 4 for each that is wanted
 * @param nprobe lists of an ivf that are looked at, 0 to 100,000, 0 an eighth of them: more find more and take longer
 * @param efSearch candidates that the walk through an hnsw keeps and that are compared exactly, 1 to 10,000: more find
 *     more and take longer. Never fewer than 2 for each that is wanted
 */
@Validated
@ConfigurationProperties("bolt.einstein.vector")
public record VectorProperties(
        @DefaultValue("256MB") DataSize budget,
        @DefaultValue("auto") VectorKind kind,
        @DefaultValue("400") int refine,
        @DefaultValue("0") int nprobe,
        @DefaultValue("128") int efSearch) {
    private static final int MOST = 100_000;
    private static final int MOST_EF = 10_000;
    private static final int CODES_A_NEIGHBOUR = 4;
    private static final int NODES_A_NEIGHBOUR = 2;

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
        if (efSearch < 1 || efSearch > MOST_EF) {
            throw new IllegalArgumentException("ef-search must be 1 to 10,000, not " + efSearch);
        }
    }

    /** What is set where nothing is set. */
    public static VectorProperties defaults() {
        return new VectorProperties(DataSize.ofMegabytes(256), VectorKind.AUTO, 400, 0, 128);
    }

    /** The budget in bytes. */
    public long budgetBytes() {
        return budget.toBytes();
    }

    /** How many are compared exactly for so many that are wanted. */
    int candidates(VectorKind kind, int wanted) {
        long candidates = kind == VectorKind.HNSW
                ? Math.max((long) NODES_A_NEIGHBOUR * wanted, efSearch)
                : Math.max((long) CODES_A_NEIGHBOUR * wanted, refine);
        return (int) Math.min(candidates, Integer.MAX_VALUE);
    }
}
