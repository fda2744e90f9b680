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
 * @param path of the binary, 14 or newer; the first on the PATH if not given, never one if {@code none}
 * @param workers threads of one search, 1 to 64; 0 for ripgrep's own choice, which is the cores, at most 12
 * @param processes searches at once, 1 to 64; more wait their turn
 * @param buffer how much of its output is read at a time, 8KB to 64KB, as much as a pipe holds: with less it is read in
 *     more, smaller pieces. How much ripgrep reads of a file at a time is no setting: its answers depend on it
 * @param outputLimit output after which a search is cut short and marked incomplete, 1KB to 1GB
 */
@Validated
@ConfigurationProperties("bolt.search.ripgrep")
public record RipgrepProperties(
        @Nullable String path,
        @Min(0) @Max(64) @DefaultValue("0") int workers,
        @Min(1) @Max(64) @DefaultValue("4") int processes,
        @DefaultValue("64KB") DataSize buffer,
        @DefaultValue("64MB") DataSize outputLimit) {
    private static final DataSize PIPE = DataSize.ofKilobytes(64);

    /** @throws IllegalArgumentException if a size is out of its range */
    public RipgrepProperties {
        if (buffer.compareTo(DataSize.ofKilobytes(8)) < 0 || buffer.compareTo(PIPE) > 0) {
            throw new IllegalArgumentException("buffer must be 8KB to 64KB, not " + buffer);
        }
        if (outputLimit.compareTo(DataSize.ofKilobytes(1)) < 0 || outputLimit.compareTo(DataSize.ofGigabytes(1)) > 0) {
            throw new IllegalArgumentException("output-limit must be 1KB to 1GB, not " + outputLimit);
        }
    }

    /** Whether one binary is wanted and no other. */
    public boolean named() {
        return path != null && !path.equals("none");
    }

    /** Read of the output at a time. */
    int bufferBytes() {
        return (int) buffer.toBytes();
    }

    /** The bound on output, bytes. */
    long outputBytes() {
        return outputLimit.toBytes();
    }

    /** The defaults. */
    public static RipgrepProperties defaults() {
        return new RipgrepProperties(null, 0, 4, PIPE, DataSize.ofMegabytes(64));
    }
}
