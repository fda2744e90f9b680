package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.NotNull;

/**
 * Where to look for cycles.
 *
 * @param workspace where
 */
public record CycleQuery(@NotNull WorkspaceId workspace) {}
