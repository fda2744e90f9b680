package dev.bolt.api.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files by several patterns: those that hold a match of each, of some and of none. All patterns have the options of
 * {@code query}.
 *
 * @param query a file must hold a match of each of its patterns; not inverted, no {@code maxCount}
 * @param any and of at least one of these, if there are any
 * @param none and of none of these
 * @param near and there must be a match of each pattern of {@code query} within so many lines, the last line minus the
 *     first; null if they may stand anywhere
 */
public record FileQuery(
        @NotNull @Valid TextQuery query,
        @Size(max = 64) @Nullable List<@NotNull @Size(min = 1, max = 16_384) String> any,
        @Size(max = 64) @Nullable List<@NotNull @Size(min = 1, max = 16_384) String> none,
        @Min(0) @Max(1_000_000) @Nullable Integer near) {}
