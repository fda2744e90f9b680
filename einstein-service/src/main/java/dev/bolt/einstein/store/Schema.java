package dev.bolt.einstein.store;

import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables, and the number of the newest way they were written. No keys: DuckDB keeps a key's index in memory and
 * refuses to delete and insert the same one in a single transaction; the one {@link Writer} is what keeps rows single.
 */
final class Schema {
    /** 1 had no number, no mentions and no {@code changed_micros}. */
    static final int VERSION = 2;

    private Schema() {}

    /**
     * Makes the tables, or brings those of an older program up to date.
     *
     * @param file where they lie, for the message
     * @throws StoreException if a newer program wrote them; nothing is touched then
     */
    static void create(JdbcTemplate template, Path file) {
        template.execute("create table if not exists schema_version (version integer not null)");
        Integer found = template.queryForObject("select max(version) from schema_version", Integer.class);
        if (found != null && found > VERSION) {
            throw new StoreException(
                    "%s was written by a newer Bolt (version %d of its tables, %d is known here); update Bolt, or give this one a home of its own"
                            .formatted(file, found, VERSION));
        }
        tables(template);
        if (found == null || found < VERSION) {
            template.update("delete from schema_version");
            template.update("insert into schema_version values (?)", VERSION);
        }
    }

    private static void tables(JdbcTemplate template) {
        template.execute("""
                create table if not exists source_file (
                    workspace varchar not null, path varchar not null,
                    size_bytes bigint not null, modified_micros bigint not null,
                    changed_micros bigint default -1)""");
        template.execute("alter table source_file add column if not exists changed_micros bigint default -1");
        template.execute("""
                create table if not exists chunk (
                    workspace varchar not null, path varchar not null, ordinal integer not null,
                    chunk_id varchar not null, symbol varchar, kind varchar not null,
                    start_line integer not null, end_line integer not null, priority integer not null,
                    mentions integer default 0)""");
        template.execute("alter table chunk add column if not exists mentions integer default 0");
        template.execute("""
                create table if not exists embedding (
                    chunk_id varchar not null, model varchar not null, vector blob not null)""");
    }
}
