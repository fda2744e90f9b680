package dev.bolt.api.einstein;

import org.jspecify.annotations.Nullable;

/**
 * What became of one question of a batch: one of the two is there.
 *
 * @param result what means it; null if there is a problem
 * @param problem why it has no answer; null if it has one
 */
public record SimilarityAnswer(
        @Nullable SimilarityResult result, @Nullable SimilarityProblem problem) {}
