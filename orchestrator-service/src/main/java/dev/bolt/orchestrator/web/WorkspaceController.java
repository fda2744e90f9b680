package dev.bolt.orchestrator.web;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.api.workspace.WorkspaceApi;
import dev.bolt.api.workspace.WorkspaceRegistration;
import dev.bolt.orchestrator.catalog.Catalog;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Speaks {@link WorkspaceApi} over HTTP. */
@RestController
class WorkspaceController implements WorkspaceApi {
    private final Catalog catalog;
    private final EventStreams streams;

    WorkspaceController(Catalog catalog, EventStreams streams) {
        this.catalog = catalog;
        this.streams = streams;
    }

    @Override
    public Workspace register(WorkspaceId id, WorkspaceRegistration registration) {
        return catalog.register(id, registration.path());
    }

    @Override
    public Workspace get(WorkspaceId id) {
        return catalog.get(id);
    }

    @Override
    public List<Workspace> list() {
        return catalog.list();
    }

    @Override
    public void forget(WorkspaceId id) {
        catalog.forget(id);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable WorkspaceId id) {
        catalog.get(id);
        return streams.workspace(id);
    }
}
