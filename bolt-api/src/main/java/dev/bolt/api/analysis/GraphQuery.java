package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the import graph, and how.
 *
 * @param workspace where
 * @param level what a node stands for; {@link GraphLevel#MODULE} if null
 * @param path only files in this folder; all if null
 * @param runtime true leaves out imports in functions and under {@code TYPE_CHECKING}
 * @param format how to draw it; {@link GraphFormat#JSON} if null
 * @param limit nodes to return at most, those of highest rank; 0 is 1,000
 */
public record GraphQuery(
        @NotNull WorkspaceId workspace,
        @Nullable GraphLevel level,
        @Size(max = 4096) @Nullable String path,
        boolean runtime,
        @Nullable GraphFormat format,
        @Min(0) @Max(100_000) int limit) {}
