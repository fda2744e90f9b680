package dev.bolt.api.analysis;

import dev.bolt.api.code.WorkspaceId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** How definitions lie inside each other and inherit from each other. */
@HttpExchange("/v1/workspaces/{id}")
public interface OutlineApi {

    /** The definitions of a file as a tree. PATH_NOT_FOUND if it is not in the model. */
    @GetExchange("/outline")
    OutlineResult outline(@PathVariable WorkspaceId id, @RequestParam String path);

    /** What the classes of exactly this name, simple or qualified, inherit from, and what inherits from them. */
    @GetExchange("/hierarchy")
    HierarchyResult hierarchy(@PathVariable WorkspaceId id, @RequestParam String name);
}
