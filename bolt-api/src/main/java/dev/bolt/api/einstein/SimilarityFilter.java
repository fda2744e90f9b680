package dev.bolt.api.einstein;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be answered; all conditions that are given must hold.
 *
 * @param globs paths to look at, or with a leading {@code !} to leave out: a path must match one of the former, if
 *     there are any, and none of the latter. A glob with a {@code /} is meant from the root of the workspace, one
 *     without at any depth; {@code **} crosses folders, {@code *} and {@code ?} do not, {@code {a,b}} is either, and a
 *     backslash takes the next character as it is
 * @param languages such as {@code python}, told by the ending of the name
 * @param kinds of chunks: {@code function}, {@code class}, {@code module}, {@code window}; files are not asked
 * @param changedSince files written at or after this moment
 */
public record SimilarityFilter(
        @Size(max = 64) @Nullable List<@NotBlank @Size(max = 256) String> globs,
        @Size(max = 64) @Nullable List<@NotBlank @Size(max = 32) String> languages,
        @Size(max = 8) @Nullable List<@NotBlank @Size(max = 16) String> kinds,
        @Nullable Instant changedSince) {}
