package dev.bolt.search.ripgrep;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of ripgrep.
 *
 * @param path the binary; looked for on the PATH if not given, never used if {@code none}
 * @param workers threads of one search, 1 to 64; 0 for ripgrep's own choice, which is the cores, at most 12
 * @param processes searches at once, 1 to 64; more wait their turn
 * @param outputLimit bytes of output after which a search is cut short and marked incomplete
 */
@Validated
@ConfigurationProperties("bolt.search.ripgrep")
public record RipgrepProperties(
        @Nullable String path,
        @Min(0) @Max(64) @DefaultValue("0") int workers,
        @Min(1) @Max(64) @DefaultValue("4") int processes,
        @DefaultValue("64MB") DataSize outputLimit) {
    /** The bound on output, bytes. */
    long outputBytes() {
        return outputLimit.toBytes();
    }

    /** The defaults. */
    public static RipgrepProperties defaults() {
        return new RipgrepProperties(null, 0, 4, DataSize.ofMegabytes(64));
    }
}
