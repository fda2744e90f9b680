package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.NotNull;

/**
 * Whose contracts.
 *
 * @param workspace where
 */
public record ContractQuery(@NotNull WorkspaceId workspace) {}
