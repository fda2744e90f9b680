package dev.bolt.einstein.lexical;

import dev.bolt.einstein.chunk.ChunkId;
import org.jspecify.annotations.Nullable;

/**
 * A chunk as it lies in the index.
 *
 * @param id what it says
 * @param path where: the file
 * @param symbol qualified name; null if none
 * @param kind {@code function}, {@code class}, {@code module} or {@code window}
 * @param startLine 1-based
 * @param endLine 1-based, inclusive
 * @param score BM25 of the question, the file's standing applied; 0 if it was not asked for
 */
public record ChunkHit(
        ChunkId id, String path, @Nullable String symbol, String kind, int startLine, int endLine, double score) {
    /** The same with another score. */
    public ChunkHit scored(double other) {
        return new ChunkHit(id, path, symbol, kind, startLine, endLine, other);
    }
}
