package dev.bolt.api.einstein;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is meant: a text, or code that lies in the workspace. One of the two is asked for.
 *
 * @param workspace where
 * @param text a question, a description or a piece of code
 * @param like lines of the workspace; what is found is like them, and is not them
 * @param mode which scores rank; null is hybrid
 * @param limit chunks and files to return at most; 0 is 20
 * @param filter what may be answered; null is everything
 */
public record SimilarityQuery(
        @NotNull WorkspaceId workspace,
        @Size(max = 32_000) @Nullable String text,
        @Nullable SourceSpan like,
        @Nullable SimilarityMode mode,
        @Min(0) @Max(500) int limit,
        @Valid @Nullable SimilarityFilter filter) {

    /** What means this text, anywhere. */
    public SimilarityQuery(WorkspaceId workspace, String text, @Nullable SimilarityMode mode, int limit) {
        this(workspace, text, null, mode, limit, null);
    }

    /** The same question over fewer things. */
    public SimilarityQuery within(SimilarityFilter other) {
        return new SimilarityQuery(workspace, text, like, mode, limit, other);
    }
}
