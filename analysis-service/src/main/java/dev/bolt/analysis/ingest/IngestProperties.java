package dev.bolt.analysis.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files are read.
 *
 * @param workers threads that parse, 0 to 64; 0 is one per core, at most 8
 * @param memoryLimit heap for the models of all workspaces, at least 1 MB and at most 60 % of what the process may
 *     have. What does not fit is left out and said: variables and uses of languages other than Python first, then the
 *     largest files
 * @param maxFileSize larger files are left out and counted as skipped
 */
@Validated
@ConfigurationProperties("bolt.analysis.ingest")
public record IngestProperties(
        @Min(0) @Max(64) @DefaultValue("0") int workers,
        @DefaultValue("2GB") DataSize memoryLimit,
        @DefaultValue("2MB") DataSize maxFileSize) {
    private static final double MOST_OF_HEAP = 0.6;
    private static final int MOST_BY_DEFAULT = 8;

    int threads() {
        return workers > 0
                ? workers
                : Math.min(MOST_BY_DEFAULT, Runtime.getRuntime().availableProcessors());
    }

    /** Heap for models, in bytes. */
    long modelBytes() {
        return Math.min(memoryLimit.toBytes(), (long) (Runtime.getRuntime().maxMemory() * MOST_OF_HEAP));
    }
}
