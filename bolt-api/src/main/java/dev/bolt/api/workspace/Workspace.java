package dev.bolt.api.workspace;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexStatus;
import java.time.Instant;
import java.util.List;

/**
 * A directory that Bolt answers questions about.
 *
 * @param id its name
 * @param path absolute path on this machine
 * @param registeredAt when it was first registered
 * @param indexes what each knowledge service has of it; a service that is down is left out
 */
public record Workspace(WorkspaceId id, String path, Instant registeredAt, List<IndexStatus> indexes) {
    /** Copies the list. */
    public Workspace {
        indexes = List.copyOf(indexes);
    }
}
