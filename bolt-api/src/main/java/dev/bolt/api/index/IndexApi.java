package dev.bolt.api.index;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Building and dropping the index of a workspace: spoken by search, einstein and analysis to the orchestrator alone.
 */
@HttpExchange("/internal/indexes")
public interface IndexApi {

    /**
     * Starts building in the background and returns at once; a build already under way is joined. Asking again for a
     * ready index brings it up to date.
     */
    @PutExchange("/{id}")
    IndexStatus build(@PathVariable WorkspaceId id, @RequestBody @Valid IndexRequest request);

    /** How far it is. WORKSPACE_NOT_FOUND if never asked for. */
    @GetExchange("/{id}")
    IndexStatus status(@PathVariable WorkspaceId id);

    /** Stops a build, forgets the index and deletes its files. Silent if there is none. */
    @DeleteExchange("/{id}")
    void drop(@PathVariable WorkspaceId id);
}
