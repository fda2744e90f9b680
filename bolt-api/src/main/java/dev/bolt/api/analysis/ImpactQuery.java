package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is about to change.
 *
 * @param workspace where
 * @param paths the files that change, relative to the workspace
 * @param limit affected files to return at most; 0 is 1,000
 */
public record ImpactQuery(
        @NotNull WorkspaceId workspace,
        @NotEmpty @Size(max = 1000) List<@NotNull @Size(max = 4096) String> paths,
        @Min(0) @Max(100_000) int limit) {}
