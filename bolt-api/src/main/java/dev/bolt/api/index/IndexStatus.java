package dev.bolt.api.index;

import dev.bolt.api.code.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One service's index of one workspace.
 *
 * @param service name of the service that holds it, such as {@code search}
 * @param workspace the workspace
 * @param state where it stands
 * @param filesDone files read so far
 * @param filesTotal files to read in all; 0 while they are still being listed
 * @param filesSkipped files left out on purpose: binary, too large
 * @param filesFailed files and folders that could not be read, and files that defeated their parser
 * @param share part of the whole that is built, 0 to 1 (einstein: chunks that have a vector)
 * @param asOf when the newest complete build began; null before the first
 * @param message one sentence for a person: the stage, or why it failed
 */
public record IndexStatus(
        String service,
        WorkspaceId workspace,
        IndexState state,
        int filesDone,
        int filesTotal,
        int filesSkipped,
        int filesFailed,
        double share,
        @Nullable Instant asOf,
        String message) {}
