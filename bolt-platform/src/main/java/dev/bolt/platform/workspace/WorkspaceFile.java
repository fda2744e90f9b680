package dev.bolt.platform.workspace;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A regular file of a workspace, as it was when the walk passed.
 *
 * @param path relative to the workspace, {@code /}-separated, as {@link PathBytes#text} has it
 * @param absolute the same file on this machine
 * @param sizeBytes its length
 * @param modifiedAt when its content last changed, as far as its writers tell the truth
 */
public record WorkspaceFile(String path, Path absolute, long sizeBytes, Instant modifiedAt) {
    /**
     * When its content or its entry last changed, by the system's clock: who copies, unpacks or exchanges files may set
     * {@link #modifiedAt} but not this. Asks the file system now; {@link #modifiedAt} where it does not tell, 1970 if
     * the file is gone.
     */
    public Instant changedAt() {
        return Instant.EPOCH.plusNanos(FileStamp.of(absolute).changedNanos());
    }
}
