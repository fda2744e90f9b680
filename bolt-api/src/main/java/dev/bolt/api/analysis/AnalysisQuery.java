package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files.
 *
 * @param workspace where
 * @param paths files or folders relative to the workspace; all of it if null or empty
 */
public record AnalysisQuery(
        @NotNull WorkspaceId workspace,
        @Size(max = 1000) @Nullable List<@NotNull @Size(max = 4096) String> paths) {}
