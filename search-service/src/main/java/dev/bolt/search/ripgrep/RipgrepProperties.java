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
 * @param workers threads of one search, 1 to 64; 0 for ripgrep's own choice
 * @param outputLimit bytes of output after which a search is cut short and marked incomplete
 */
@Validated
@ConfigurationProperties("bolt.search.ripgrep")
public record RipgrepProperties(
        @Nullable String path,
        @Min(0) @Max(64) @DefaultValue("0") int workers,
        @DefaultValue("256MB") DataSize outputLimit) {

    long outputLimitBytes() {
        return outputLimit.toBytes();
    }
}
