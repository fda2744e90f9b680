package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;

/**
 * A chunk near a question.
 *
 * @param id the chunk
 * @param similarity cosine, −1 to 1
 */
public record Neighbor(ChunkId id, double similarity) {}
