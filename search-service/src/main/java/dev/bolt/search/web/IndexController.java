package dev.bolt.search.web;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.search.ingest.WorkspaceCatalog;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link IndexApi} over HTTP. */
@RestController
class IndexController implements IndexApi {
    private final WorkspaceCatalog catalog;

    IndexController(WorkspaceCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public IndexStatus build(WorkspaceId id, IndexRequest request) {
        return catalog.build(id, request.root());
    }

    @Override
    public IndexStatus status(WorkspaceId id) {
        return catalog.get(id).status();
    }

    @Override
    public void drop(WorkspaceId id) {
        catalog.drop(id);
    }
}
