package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A change.
 *
 * @param workspace where
 * @param diff unified diff as {@code git diff} prints it, applied to the workspace already or not; paths from its root
 * @param limit affected files to return at most; 0 is 1,000
 */
public record ChangeQuery(
        @NotNull WorkspaceId workspace,
        @NotBlank @Size(max = 1_000_000) String diff,
        @Min(0) @Max(100_000) int limit) {}
