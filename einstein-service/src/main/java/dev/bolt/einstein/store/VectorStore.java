package dev.bolt.einstein.store;

import dev.bolt.einstein.chunk.ChunkId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The store of record for chunks and embeddings. What a method has written when it returns survives a crash; what it
 * had not written by then is gone as a whole. An embedding belongs to a text, not to a workspace, and is kept as long
 * as any workspace has the text. Readers never wait; writers wait for each other. Every call ends with its request's
 * deadline, whatever DuckDB is at ({@link Expiry}).
 */
public final class VectorStore implements AutoCloseable {
    private final DuckDb database;
    private final JdbcTemplate template;
    private final Repositories repositories;
    private final Writer writer;
    private final Expiry expiry;

    private VectorStore(DuckDb database, Expiry expiry) {
        this.database = database;
        this.expiry = expiry;
        this.template = new JdbcTemplate(database);
        this.writer = new Writer(database);
        this.repositories = Repositories.over(database);
    }

    /**
     * Opens or makes the file.
     *
     * @throws StoreException if another process holds it, a newer program wrote it, or it cannot be opened
     */
    public static VectorStore open(Path file, StoreProperties properties) {
        DuckDb database = DuckDb.open(file, properties);
        try {
            Schema.create(new JdbcTemplate(database), file);
            return new VectorStore(database, new Expiry(properties.longest()));
        } catch (StoreException newer) {
            database.close();
            throw newer;
        } catch (DataAccessException failure) {
            database.close();
            throw new StoreException(file + " cannot be used: " + failure.getMessage(), failure);
        }
    }

    /** The files of a workspace, by path. */
    public Map<String, SourceFileRow> files(String workspace) {
        return call(() -> repositories.files().findByWorkspace(workspace)).stream()
                .collect(Collectors.toMap(SourceFileRow::path, row -> row, (one, other) -> other));
    }

    /** The chunks of one file, in order. */
    public List<ChunkRow> chunks(String workspace, String path) {
        return call(() -> repositories.chunks().findByWorkspaceAndPathOrderByOrdinal(workspace, path));
    }

    /**
     * Forgets files and keeps others, in one transaction.
     *
     * @param gone stored paths that are forgotten first, changed ones among them
     * @param files files to keep, none of which is stored
     * @param chunks all chunks of those files
     */
    public void replace(String workspace, Collection<String> gone, List<SourceFileRow> files, List<ChunkRow> chunks) {
        write(connection -> {
            deletePaths(connection, workspace, gone);
            Appending.files(connection, files);
            Appending.chunks(connection, chunks);
        });
    }

    private static void deletePaths(DuckDBConnection connection, String workspace, Collection<String> paths)
            throws SQLException {
        for (String table : List.of("chunk", "source_file")) {
            String sql = "delete from " + table + " where workspace = ? and path = ?";
            try (var statement = connection.prepareStatement(sql)) {
                for (String path : paths) {
                    statement.setString(1, workspace);
                    statement.setString(2, path);
                    statement.addBatch();
                }
                if (!paths.isEmpty()) {
                    statement.executeBatch();
                }
            }
        }
    }

    /** Forgets a workspace, and embeddings that no other workspace needs. */
    public void drop(String workspace) {
        write(connection -> {
            for (String table : List.of("chunk", "source_file")) {
                try (var statement = connection.prepareStatement("delete from " + table + " where workspace = ?")) {
                    statement.setString(1, workspace);
                    statement.executeUpdate();
                }
            }
            sweep(connection);
        });
    }

    private static void sweep(DuckDBConnection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("delete from embedding where chunk_id not in (select chunk_id from chunk)");
        }
    }

    /** Keeps vectors; one that is known for its text and model stays as it is. */
    public void save(String model, Map<ChunkId, float[]> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        write(connection -> {
            Map<ChunkId, float[]> fresh = new HashMap<>(vectors);
            fresh.keySet().removeAll(known(connection, model, vectors.keySet()));
            Appending.embeddings(connection, model, fresh);
        });
    }

    private static List<ChunkId> known(DuckDBConnection connection, String model, Collection<ChunkId> ids)
            throws SQLException {
        String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
        String sql = "select chunk_id from embedding where model = ? and chunk_id in (" + marks + ")";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, model);
            int at = 2;
            for (ChunkId id : ids) {
                statement.setString(at++, id.value());
            }
            var known = new ArrayList<ChunkId>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.add(new ChunkId(rows.getString(1)));
                }
            }
            return known;
        }
    }

    /** Every vector of the workspace's chunks, once each. */
    public void load(String workspace, String model, BiConsumer<ChunkId, float[]> into) {
        call(() -> {
            template.query(
                    """
                    select e.chunk_id, e.vector from embedding e
                    semi join (select chunk_id from chunk where workspace = ?) c on c.chunk_id = e.chunk_id
                    where e.model = ?""",
                    rows -> {
                        into.accept(new ChunkId(rows.getString(1)), Vectors.floats(rows.getBytes(2)));
                    },
                    workspace,
                    model);
            return true;
        });
    }

    /**
     * Chunks without a vector: by priority, then those of the files that changed last, to the day, for a checkout
     * changes all of them at once; of one day those that most files speak of.
     */
    public List<ChunkId> pending(String workspace, String model, int most) {
        return call(() -> repositories.chunks().findPending(workspace, model, most)).stream()
                .map(ChunkId::new)
                .toList();
    }

    /** The distinct chunks of a workspace. */
    public List<ChunkId> ids(String workspace) {
        return call(() -> repositories.chunks().findIds(workspace)).stream()
                .map(ChunkId::new)
                .toList();
    }

    /** Distinct chunks of the workspace. */
    public long count(String workspace) {
        return call(() -> repositories.chunks().countDistinct(workspace));
    }

    /** Distinct chunks of the workspace that have a vector. */
    public long countEmbedded(String workspace, String model) {
        return call(() -> repositories.chunks().countEmbedded(workspace, model));
    }

    private void write(Writer.Work work) {
        call(() -> {
            writer.write(work);
            return true;
        });
    }

    /** So that the call after one that DuckDB did not survive finds it alive. */
    private <T> T call(Supplier<T> work) {
        try {
            return expiry.call(work);
        } catch (RuntimeException failure) {
            if (DuckDb.invalidated(failure)) {
                database.renew();
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        expiry.close();
        database.close();
    }
}
