package dev.bolt.einstein.web;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.einstein.ingest.Workspaces;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link IndexApi} over HTTP. */
@RestController
class IndexController implements IndexApi {
    private final Workspaces workspaces;

    IndexController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public IndexStatus build(WorkspaceId id, IndexRequest request) {
        return workspaces.build(id, request.root());
    }

    @Override
    public IndexStatus status(WorkspaceId id) {
        return workspaces.status(id);
    }

    @Override
    public void drop(WorkspaceId id) {
        workspaces.drop(id);
    }
}
