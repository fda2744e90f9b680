package dev.bolt.api.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well an answer reflects the files on disk.
 *
 * @param asOf when the files behind the answer were last read
 * @param filesBehind files known to have changed since and not yet read again; 0 when current
 * @param reason why the files themselves were read and no index answered, such as changes that were missed, or why the
 *     answer is older than the files; null if there is nothing to say
 */
public record Freshness(
        Instant asOf, int filesBehind, @Nullable String reason) {
    /** Without a reason. */
    public Freshness(Instant asOf, int filesBehind) {
        this(asOf, filesBehind, null);
    }
}
