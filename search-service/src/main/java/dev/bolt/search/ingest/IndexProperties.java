package dev.bolt.search.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the index.
 *
 * @param enabled whether workspaces are indexed and watched, which takes the size of their text and some more on disk;
 *     if not, each search reads the files
 * @param workers threads that build an index, 1 to 64, and as many that help a search; 0 for one a core
 * @param batchSize parts of the text, of some 8 KB, that a thread of a search takes at a time, 1 to 4096. With more,
 *     the first lines come later and fewer threads help: none beside the first where there are fewer than two batches
 */
@Validated
@ConfigurationProperties("bolt.search.index")
public record IndexProperties(
        @DefaultValue("true") boolean enabled,
        @Min(0) @Max(64) @DefaultValue("0") int workers,
        @Min(1) @Max(4096) @DefaultValue("16") int batchSize) {
    /** Threads, at least one. */
    public int threads() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
