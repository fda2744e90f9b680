package dev.bolt.api.einstein;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is meant.
 *
 * @param workspace where
 * @param text a question, a description or a piece of code
 * @param mode which scores rank; null is hybrid
 * @param limit chunks and files to return at most; 0 is 20
 */
public record SimilarityQuery(
        @NotNull WorkspaceId workspace,
        @NotBlank @Size(max = 32_000) String text,
        @Nullable SimilarityMode mode,
        @Min(0) @Max(500) int limit) {}
