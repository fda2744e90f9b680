package dev.bolt.search.ingest;

import dev.bolt.api.index.IndexStatus;
import java.nio.file.Path;

/**
 * A workspace that can be searched.
 *
 * @param root its directory
 * @param status what is known of its files
 */
public record KnownWorkspace(Path root, IndexStatus status) {}
