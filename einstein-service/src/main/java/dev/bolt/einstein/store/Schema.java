package dev.bolt.einstein.store;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables. No keys: DuckDB keeps a key's index in memory and refuses to delete and insert the same one in a single
 * transaction; the one {@link Writer} is what keeps rows single.
 */
final class Schema {
    private Schema() {}

    static void create(JdbcTemplate template) {
        template.execute("""
                create table if not exists source_file (
                    workspace varchar not null, path varchar not null,
                    size_bytes bigint not null, modified_micros bigint not null)""");
        template.execute("""
                create table if not exists chunk (
                    workspace varchar not null, path varchar not null, ordinal integer not null,
                    chunk_id varchar not null, symbol varchar, kind varchar not null,
                    start_line integer not null, end_line integer not null, priority integer not null)""");
        template.execute("""
                create table if not exists embedding (
                    chunk_id varchar not null, model varchar not null, vector blob not null)""");
    }
}
