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
 * @param backgroundThreads texts embedded at once for this, 1 to 64; 0 for a quarter of the processors, at least one
 * @param backgroundShare part of a processor that each of these may take, 0.05 to 1
 * @param threads files read at once, 1 to 64; 0 for one a processor, at most 4
 * @param maxFile longer files are left out; 1 KB to 64 MB
 * @param minFree a build does not begin, and vectors are not made, with less disk free than this
 */
@Validated
@ConfigurationProperties("bolt.einstein.ingest")
public record IngestProperties(
        @DefaultValue("true") boolean background,
        @Min(0) @Max(64) @DefaultValue("0") int backgroundThreads,

        @DecimalMin("0.05") @DecimalMax("1.0") @DefaultValue("0.5")
        double backgroundShare,

        @Min(0) @Max(64) @DefaultValue("0") int threads,
        @DefaultValue("2MB") DataSize maxFile,
        @DefaultValue("64MB") DataSize minFree) {
    private static final int MOST_BY_DEFAULT = 4;

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
        return backgroundThreads > 0 ? backgroundThreads : Math.max(1, processors / 4);
    }
}
