package dev.bolt.einstein.store;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Reads chunks. Writing goes through DuckDB's Appender, which is a hundred times faster than single inserts. */
interface ChunkRepository extends Repository<ChunkRow, String> {
    List<ChunkRow> findByWorkspaceAndPathOrderByOrdinal(String workspace, String path);

    List<ChunkRow> findByWorkspaceOrderByPathAscOrdinalAsc(String workspace, Limit limit);

    @Query("select count(distinct chunk_id) from chunk where workspace = :workspace")
    long countDistinct(String workspace);

    @Query("""
            select count(distinct c.chunk_id) from chunk c
            join embedding e on e.chunk_id = c.chunk_id and e.model = :model where c.workspace = :workspace""")
    long countEmbedded(String workspace, String model);

    @Query("""
            select c.chunk_id from chunk c
            anti join embedding e on e.chunk_id = c.chunk_id and e.model = :model
            left join source_file f on f.workspace = c.workspace and f.path = c.path
            where c.workspace = :workspace
            group by c.chunk_id
            order by min(c.priority), max(f.modified_micros) // 86400000000 desc nulls last, max(c.mentions) desc,
                max(f.modified_micros) desc nulls last, min(c.path), min(c.ordinal)
            limit :most""")
    List<String> findPending(String workspace, String model, int most);

    @Query("select distinct chunk_id from chunk where workspace = :workspace")
    List<String> findIds(String workspace);
}
