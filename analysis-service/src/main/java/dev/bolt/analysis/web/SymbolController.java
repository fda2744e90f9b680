package dev.bolt.analysis.web;

import dev.bolt.analysis.query.SymbolQueries;
import dev.bolt.api.analysis.ReferenceResult;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.analysis.SymbolResult;
import dev.bolt.api.code.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link SymbolApi} over HTTP. */
@RestController
class SymbolController implements SymbolApi {
    private final SymbolQueries queries;

    SymbolController(SymbolQueries queries) {
        this.queries = queries;
    }

    @Override
    public SymbolResult symbols(
            WorkspaceId id, @Nullable String name, @Nullable SymbolKind kind, @Nullable String path, int limit) {
        return queries.symbols(id, name, kind, path, limit);
    }

    @Override
    public SymbolResult definitions(WorkspaceId id, String name, int limit) {
        return queries.definitions(id, name, limit);
    }

    @Override
    public ReferenceResult references(WorkspaceId id, String name, int limit) {
        return queries.references(id, name, limit);
    }
}
