package dev.bolt.analysis.web;

import dev.bolt.analysis.query.OutlineQueries;
import dev.bolt.api.analysis.HierarchyResult;
import dev.bolt.api.analysis.OutlineApi;
import dev.bolt.api.analysis.OutlineResult;
import dev.bolt.api.code.WorkspaceId;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link OutlineApi} over HTTP. */
@RestController
class OutlineController implements OutlineApi {
    private final OutlineQueries queries;

    OutlineController(OutlineQueries queries) {
        this.queries = queries;
    }

    @Override
    public OutlineResult outline(WorkspaceId id, String path) {
        return queries.outline(id, path);
    }

    @Override
    public HierarchyResult hierarchy(WorkspaceId id, String name) {
        return queries.hierarchy(id, name);
    }
}
