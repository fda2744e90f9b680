package dev.bolt.einstein.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A chunk at its place.
 *
 * @param chunkId hash of what it says; not unique, for the same text may stand in many places
 * @param workspace where
 * @param path the file
 * @param ordinal its place among the chunks of the file, from 0
 * @param symbol qualified name; null if none
 * @param kind {@code function}, {@code class}, {@code module} or {@code window}
 * @param startLine 1-based
 * @param endLine 1-based, inclusive
 * @param priority 0 is embedded first
 * @param mentions of equal priority and day, most is embedded first
 */
@Table("chunk")
public record ChunkRow(
        @Id String chunkId,
        String workspace,
        String path,
        int ordinal,
        @Nullable String symbol,
        String kind,
        int startLine,
        int endLine,
        int priority,
        int mentions) {}
