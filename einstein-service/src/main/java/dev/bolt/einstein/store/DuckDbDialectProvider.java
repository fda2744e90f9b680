package dev.bolt.einstein.store;

import java.util.Optional;
import org.springframework.data.jdbc.core.dialect.DialectResolver.JdbcDialectProvider;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Tells Spring Data that a connection speaks DuckDB; named in {@code META-INF/spring.factories}. */
public final class DuckDbDialectProvider implements JdbcDialectProvider {
    @Override
    public Optional<Dialect> getDialect(JdbcOperations operations) {
        String product = operations.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return "DuckDB".equalsIgnoreCase(product) ? Optional.of(DuckDbDialect.INSTANCE) : Optional.empty();
    }
}
