package dev.bolt.einstein.store;

import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.relational.core.dialect.LockClause;
import org.springframework.data.relational.core.sql.LockOptions;

/**
 * SQL as DuckDB speaks it: PostgreSQL's quoting, {@code LIMIT … OFFSET} and upsert, without row locks, for a DuckDB
 * file has one writing process and optimistic transactions.
 */
final class DuckDbDialect extends JdbcPostgresDialect {
    static final DuckDbDialect INSTANCE = new DuckDbDialect();

    private static final LockClause NO_LOCK = new LockClause() {
        @Override
        public String getLock(LockOptions options) {
            return "";
        }

        @Override
        public Position getClausePosition() {
            return Position.AFTER_ORDER_BY;
        }
    };

    @Override
    public String getName() {
        return "DuckDB";
    }

    @Override
    public LockClause lock() {
        return NO_LOCK;
    }
}
