package dev.bolt.api.einstein;

import org.jspecify.annotations.Nullable;

/**
 * Why one question of a batch has no answer, in the words that it would have been refused with by itself.
 *
 * @param code such as {@code PATH_NOT_FOUND}
 * @param detail one sentence for a person: what failed, and what to do
 * @param field of the question, to blame; null if none
 */
public record SimilarityProblem(
        String code, String detail, @Nullable String field) {}
