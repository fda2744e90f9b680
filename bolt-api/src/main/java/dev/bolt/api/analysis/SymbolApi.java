package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Names and where they are defined and used. WORKSPACE_NOT_FOUND if the workspace was never indexed. */
@HttpExchange("/v1/workspaces/{id}")
public interface SymbolApi {

    /**
     * Definitions by name, kind and file.
     *
     * @param name matches the name or qualified name, case-insensitive: equal before prefix before beginnings of words
     *     ({@code gbi}, {@code getById} for {@code get_by_id}) before part; one or two slips if nothing else; all if
     *     null
     * @param kind only these; all kinds if null
     * @param path only those in this file; all files if null
     * @param limit at most so many, 1 to 10,000
     */
    @GetExchange("/symbols")
    SymbolResult symbols(
            @PathVariable WorkspaceId id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable SymbolKind kind,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(defaultValue = "100") int limit);

    /** Definitions whose name or qualified name is exactly this. */
    @GetExchange("/definitions")
    SymbolResult definitions(
            @PathVariable WorkspaceId id, @RequestParam String name, @RequestParam(defaultValue = "100") int limit);

    /** Uses of the name, imports and calls. */
    @GetExchange("/references")
    ReferenceResult references(
            @PathVariable WorkspaceId id, @RequestParam String name, @RequestParam(defaultValue = "100") int limit);
}
