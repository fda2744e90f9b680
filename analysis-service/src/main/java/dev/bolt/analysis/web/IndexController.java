package dev.bolt.analysis.web;

import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexStatus;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link IndexApi} over HTTP. */
@RestController
class IndexController implements IndexApi {
    private final Indexes indexes;

    IndexController(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public IndexStatus build(WorkspaceId id, IndexRequest request) {
        return indexes.build(id, request.root());
    }

    @Override
    public IndexStatus status(WorkspaceId id) {
        return indexes.status(id);
    }

    @Override
    public void drop(WorkspaceId id) {
        indexes.drop(id);
    }
}
