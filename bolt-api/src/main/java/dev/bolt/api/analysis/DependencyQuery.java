package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whose imports.
 *
 * @param workspace where
 * @param path the file, relative to the workspace
 */
public record DependencyQuery(
        @NotNull WorkspaceId workspace,
        @NotBlank @Size(max = 4096) String path) {}
