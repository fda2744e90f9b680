package dev.bolt.api.einstein;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * What means it.
 *
 * @param chunks best first
 * @param files best first; empty in semantic mode
 * @param knownTermShare part of the query's distinct words that occur in the workspace at all, 0 to 1
 * @param embeddedShare part of the workspace's chunks that have a vector, 0 to 1
 * @param freshness how current the answer is
 * @param elapsedMillis time inside the service
 */
public record SimilarityResult(
        List<SimilarChunk> chunks,
        List<SimilarFile> files,
        double knownTermShare,
        double embeddedShare,
        Freshness freshness,
        long elapsedMillis) {
    /** Copies the lists. */
    public SimilarityResult {
        chunks = List.copyOf(chunks);
        files = List.copyOf(files);
    }
}
