package dev.bolt.einstein.vector;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes shortlists of each kind, out of rows or out of what was written.
 *
 * @param dimension of the vectors
 */
record Shortlists(int dimension, VectorProperties properties, VectorBudget budget) {
    /** With every row in it; null for FLAT, which needs none, and if the budget has no room. */
    @Nullable
    Shortlist learn(VectorKind kind, Rows rows) {
        Shortlist fresh = empty(kind, rows);
        for (int ordinal = 0; fresh != null && ordinal < rows.count(); ordinal++) {
            if (!fresh.add(rows.get(ordinal))) {
                fresh.close();
                return null;
            }
        }
        return fresh;
    }

    private @Nullable Shortlist empty(VectorKind kind, Rows rows) {
        var rotation = new Rotation(dimension);
        return switch (kind) {
            case AUTO, FLAT -> null;
            case BITS -> CodeLists.learn(rows, rotation, 1, 1, budget);
            case IVF -> CodeLists.learn(rows, rotation, (int) Math.sqrt(rows.count()), properties.nprobe(), budget);
            case PQ -> ProductCodes.learn(rows, rotation, budget);
            case HNSW -> new Graph(dimension, budget);
        };
    }

    /**
     * What {@link Shortlist#write} wrote; null for FLAT, and if the budget has no room.
     *
     * @throws IOException if it is nothing of the kind
     */
    @Nullable
    Shortlist read(VectorKind kind, int count, DataInputStream in) throws IOException {
        var rotation = new Rotation(dimension);
        return switch (kind) {
            case AUTO, FLAT -> null;
            case BITS -> CodeLists.read(in, count, rotation, 1, budget);
            case IVF -> CodeLists.read(in, count, rotation, properties.nprobe(), budget);
            case PQ -> ProductCodes.read(in, count, rotation, budget);
            case HNSW -> Graph.read(in, count, dimension, budget);
        };
    }
}
