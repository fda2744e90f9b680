package dev.bolt.einstein.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategyFactory;
import org.springframework.data.jdbc.core.convert.DefaultJdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.dialect.DialectResolver;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Spring Data JDBC over a data source that exists only after the port is open: the native library must not delay the
 * start, so no auto-configuration builds it.
 *
 * @param chunks reads chunks
 * @param files reads files
 */
record Repositories(ChunkRepository chunks, SourceFileRepository files) {
    static Repositories over(DataSource source) {
        var operations = new NamedParameterJdbcTemplate(source);
        var dialect = DialectResolver.getDialect(operations.getJdbcOperations());
        var conversions = JdbcCustomConversions.of(dialect, List.of());
        var context = new JdbcMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var deferred = new DeferredRelations();
        var converter = new MappingJdbcConverter(
                context, deferred, conversions, new DefaultJdbcTypeFactory(operations.getJdbcOperations()));
        var strategy =
                new DataAccessStrategyFactory(converter, operations, dialect, QueryMappingConfiguration.EMPTY).create();
        deferred.resolveWith(strategy);
        var factory = new JdbcRepositoryFactory(new JdbcAggregateTemplate(converter, strategy));
        return new Repositories(
                factory.getRepository(ChunkRepository.class), factory.getRepository(SourceFileRepository.class));
    }
}
