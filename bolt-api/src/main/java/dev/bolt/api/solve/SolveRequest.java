package dev.bolt.api.solve;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What to solve.
 *
 * @param workspace where
 * @param question a question or task in plain words; stack traces and error texts are understood
 * @param analyzeOnly answer and change nothing, which is all that any solve does: a proposed patch is never applied
 *     here
 * @param agents most steps of this solve at once; 0 for the whole pool
 * @param limit files to rank at most; 0 is 10
 * @param priority which lane; null is normal
 * @param timeoutMillis time to run before a partial answer is given; 0 for the priority's own
 * @param propose whether an attached language model may propose a patch; nothing applies it
 */
public record SolveRequest(
        @NotNull WorkspaceId workspace,
        @NotBlank @Size(max = 32_000) String question,
        boolean analyzeOnly,
        @Min(0) @Max(64) int agents,
        @Min(0) @Max(100) int limit,
        @Nullable Priority priority,
        @Min(0) @Max(3_600_000) long timeoutMillis,
        boolean propose) {

    /** Without a patch. */
    public SolveRequest(
            WorkspaceId workspace,
            String question,
            boolean analyzeOnly,
            int agents,
            int limit,
            @Nullable Priority priority,
            long timeoutMillis) {
        this(workspace, question, analyzeOnly, agents, limit, priority, timeoutMillis, false);
    }

    /** Answer the question with every default. */
    public static SolveRequest of(WorkspaceId workspace, String question) {
        return new SolveRequest(workspace, question, true, 0, 0, null, 0);
    }
}
