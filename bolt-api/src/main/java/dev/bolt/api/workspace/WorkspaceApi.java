package dev.bolt.api.workspace;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The list of workspaces. Beside it, {@code GET /v1/workspaces/{id}/events} streams indexing progress as SSE. */
@HttpExchange("/v1/workspaces")
public interface WorkspaceApi {

    /**
     * Registers the directory and starts indexing it in all three knowledge services; asking again refreshes.
     * WORKSPACE_UNREADABLE if the path is missing, no directory, or cannot be read.
     */
    @PutExchange("/{id}")
    Workspace register(@PathVariable WorkspaceId id, @RequestBody @Valid WorkspaceRegistration registration);

    /** One workspace and the state of its indexes. WORKSPACE_NOT_FOUND if there is none. */
    @GetExchange("/{id}")
    Workspace get(@PathVariable WorkspaceId id);

    /** All of them, by id. */
    @GetExchange
    List<Workspace> list();

    /** Forgets the workspace and its indexes; its files are never touched. Silent if there is none. */
    @DeleteExchange("/{id}")
    void forget(@PathVariable WorkspaceId id);
}
