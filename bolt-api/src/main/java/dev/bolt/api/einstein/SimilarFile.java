package dev.bolt.api.einstein;

import java.util.Map;

/**
 * A file ranked as a whole: by the words of its body, its path, its outline (names and first docstring lines of its
 * definitions) and its best definition, and by the meaning of its best chunk.
 *
 * @param path relative to the workspace
 * @param score the weighted sum of the sources, each divided by the largest of its kind in this answer
 * @param sources those normalised parts, each 0 to 1: {@code body}, {@code path}, {@code outline}, {@code definition},
 *     {@code semantic}
 */
public record SimilarFile(String path, double score, Map<String, Double> sources) {
    /** Copies the map. */
    public SimilarFile {
        sources = Map.copyOf(sources);
    }
}
