package dev.bolt.einstein.store;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/** Converter and strategy each need the other first; this stands between them. */
final class DeferredRelations implements RelationResolver {
    private @Nullable DataAccessStrategy strategy;

    void resolveWith(DataAccessStrategy made) {
        strategy = made;
    }

    @Override
    public Iterable<Object> findAllByPath(
            Identifier identifier, PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
        if (strategy == null) {
            throw new IllegalStateException("Asked before it was built");
        }
        return strategy.findAllByPath(identifier, path);
    }
}
