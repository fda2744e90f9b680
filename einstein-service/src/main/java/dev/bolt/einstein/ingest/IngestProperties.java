package dev.bolt.einstein.ingest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How workspaces are read.
 *
 * @param background whether missing vectors are made while nobody asks; off, a question makes those of its best
 *     candidates only
 * @param backgroundThreads texts embedded at once for this, each on a processor that nobody else wants, 1 to 64; 0 for
 *     half of the processors, at least two and at most eight of them
 * @param backgroundShare part of the time that each of these works, 0.05 to 1; it rests for the remaining part
 * @param threads files read at once, 1 to 64; 0 for one a processor, at most 4
 * @param maxFile longer files are left out; 1 KB to 64 MB
 * @param minFree a build does not begin, and vectors are not made, with less disk free than this
 */
@Validated
@ConfigurationProperties("bolt.einstein.ingest")
public record IngestProperties(
        @DefaultValue("true") boolean background,
        @Min(0) @Max(64) @DefaultValue("0") int backgroundThreads,

        @DecimalMin("0.05") @DecimalMax("1.0") @DefaultValue("1.0")
        double backgroundShare,

        @Min(0) @Max(64) @DefaultValue("0") int threads,
        @DefaultValue("2MB") DataSize maxFile,
        @DefaultValue("64MB") DataSize minFree) {
    private static final int MOST_BY_DEFAULT = 4;
    private static final int MOST_EMBEDDED_AT_ONCE = 8;

    /** @throws IllegalArgumentException if the longest file is out of its range */
    public IngestProperties {
        if (maxFile.toKilobytes() < 1 || maxFile.toMegabytes() > 64) {
            throw new IllegalArgumentException("max-file must be 1KB to 64MB, not " + maxFile);
        }
    }

    int threadsFor(int processors) {
        return threads > 0 ? threads : Math.clamp(processors, 1, MOST_BY_DEFAULT);
    }

    int backgroundThreadsFor(int processors) {
        return backgroundThreads > 0
                ? backgroundThreads
                : Math.clamp(processors / 2, Math.min(processors, 2), MOST_EMBEDDED_AT_ONCE);
    }
}
