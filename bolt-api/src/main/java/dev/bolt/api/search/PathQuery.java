package dev.bolt.api.search;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files a search would look into: what {@code rg --files} lists.
 *
 * @param workspace where
 * @param hidden hidden files, too
 * @param noIgnore ignored files, too
 * @param globs as in {@link TextQuery}
 * @param types as in {@link TextQuery}
 * @param typesNot as in {@link TextQuery}
 * @param limit paths at which the list ends; 0 for no bound
 */
public record PathQuery(
        @NotNull WorkspaceId workspace,
        boolean hidden,
        boolean noIgnore,
        @Size(max = 256) @Nullable List<@NotNull @Size(max = 1024) String> globs,
        @Size(max = 64) @Nullable List<@NotNull @Size(max = 64) String> types,
        @Size(max = 64) @Nullable List<@NotNull @Size(max = 64) String> typesNot,
        @Min(0) int limit) {}
