package dev.bolt.api.index;

import java.time.Instant;

/**
 * How well an answer reflects the files on disk.
 *
 * @param asOf when the files behind the answer were last read
 * @param filesBehind files known to have changed since and not yet read again; 0 when current
 */
public record Freshness(Instant asOf, int filesBehind) {}
