package dev.bolt.einstein.store;

import dev.bolt.einstein.chunk.ChunkId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Rows in bulk, columns in the order of {@link Schema}. */
final class Appending {
    private Appending() {}

    static void chunks(DuckDBConnection connection, List<ChunkRow> rows) throws SQLException {
        try (var appender = connection.createAppender("main", "chunk")) {
            for (ChunkRow row : rows) {
                appender.beginRow()
                        .append(row.workspace())
                        .append(row.path())
                        .append(row.ordinal())
                        .append(row.chunkId());
                if (row.symbol() == null) {
                    appender.appendNull();
                } else {
                    appender.append(row.symbol());
                }
                appender.append(row.kind())
                        .append(row.startLine())
                        .append(row.endLine())
                        .append(row.priority())
                        .append(row.mentions())
                        .endRow();
            }
        }
    }

    static void files(DuckDBConnection connection, List<SourceFileRow> rows) throws SQLException {
        try (var appender = connection.createAppender("main", "source_file")) {
            for (SourceFileRow row : rows) {
                appender.beginRow()
                        .append(row.workspace())
                        .append(row.path())
                        .append(row.sizeBytes())
                        .append(row.modifiedMicros())
                        .append(row.changedMicros())
                        .endRow();
            }
        }
    }

    static void embeddings(DuckDBConnection connection, String model, Map<ChunkId, float[]> vectors)
            throws SQLException {
        try (var appender = connection.createAppender("main", "embedding")) {
            for (var entry : vectors.entrySet()) {
                appender.beginRow()
                        .append(entry.getKey().value())
                        .append(model)
                        .append(Vectors.bytes(entry.getValue()))
                        .endRow();
            }
        }
    }
}
