package dev.bolt.search.ingest;

import com.sun.management.OperatingSystemMXBean;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.management.ManagementFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the index.
 *
 * @param enabled whether workspaces are indexed and watched, which takes the size of their text and some more on disk;
 *     if not, each search reads the files
 * @param workers threads that build an index, 1 to 64, and as many that help a search; 0 for one a core
 * @param memoryMap whether an index has a copy of the text, mapped into memory. Without one it takes a sixth of the
 *     space; candidates are read where they lie, and ripgrep answers searches that have very many of them
 * @param cacheSize disk, and memory for the kernel's cache of it, that the indexes of all workspaces may take; 0 for 17
 *     % of three quarters of the machine's memory. Text that does not fit is not copied, and where the rest of an index
 *     does not fit there is none
 * @param batchSize parts of the text, of some 8 KB, that a thread of a search takes at a time, 1 to 4096. With more,
 *     the first lines come later and fewer threads help: none beside the first where there are fewer than two batches
 */
@Validated
@ConfigurationProperties("bolt.search.index")
public record IndexProperties(
        @DefaultValue("true") boolean enabled,
        @Min(0) @Max(64) @DefaultValue("0") int workers,
        @DefaultValue("true") boolean memoryMap,
        @DefaultValue("0B") DataSize cacheSize,
        @Min(1) @Max(4096) @DefaultValue("16") int batchSize) {
    /** Bolt's part of the machine, and the search index's part of that. */
    private static final double SHARE = 0.75 * 0.17;

    /** @throws IllegalArgumentException if the size is negative */
    public IndexProperties {
        if (cacheSize.isNegative()) {
            throw new IllegalArgumentException("cache-size must be 0 or more, not " + cacheSize);
        }
    }

    /** Threads, at least one. */
    public int threads() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }

    /** Room for all indexes, bytes. */
    public long cacheBytes() {
        return cacheSize.toBytes() > 0 ? cacheSize.toBytes() : (long) (SHARE * machineBytes());
    }

    /** In a container its limit. */
    private static long machineBytes() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }
}
