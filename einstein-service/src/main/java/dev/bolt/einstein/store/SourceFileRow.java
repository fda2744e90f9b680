package dev.bolt.einstein.store;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A file whose chunks are stored.
 *
 * @param path relative to the workspace
 * @param workspace where
 * @param sizeBytes its length when it was read
 * @param modifiedMicros when it was last written as its writers tell, microseconds since 1970
 * @param changedMicros when it had last changed by the system's clock; -1 where an older program did not keep it
 */
@Table("source_file")
public record SourceFileRow(
        @Id String path, String workspace, long sizeBytes, long modifiedMicros, long changedMicros) {}
