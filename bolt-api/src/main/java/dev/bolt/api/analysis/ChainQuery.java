package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * From where to where.
 *
 * @param workspace where
 * @param from the file that imports, relative to the workspace
 * @param to the file that is imported, directly or not
 */
public record ChainQuery(
        @NotNull WorkspaceId workspace,
        @NotBlank @Size(max = 4096) String from,
        @NotBlank @Size(max = 4096) String to) {}
