package dev.bolt.einstein.vector;

/** Makes indexes that share a budget and settings. Safe for all threads. */
public record VectorIndexes(VectorProperties properties, VectorBudget budget) {
    /** With a budget of its own. */
    public static VectorIndexes of(VectorProperties properties) {
        return new VectorIndexes(properties, new VectorBudget(properties.budgetBytes()));
    }

    /** Empty, for vectors of the length that the first one has. */
    public VectorIndex empty() {
        return new FirstLength(this);
    }

    /** Empty, for vectors of this length. */
    public VectorIndex empty(int dimension) {
        return new StoredIndex(new Shortlists(dimension, properties, budget));
    }
}
