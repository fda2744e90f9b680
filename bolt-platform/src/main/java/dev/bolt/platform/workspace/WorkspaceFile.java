package dev.bolt.platform.workspace;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A regular file of a workspace, as it was when the walk passed.
 *
 * @param path relative to the workspace, {@code /}-separated, as {@link PathBytes#text} has it
 * @param absolute the same file on this machine
 * @param sizeBytes its length
 * @param modifiedAt when it last changed
 */
public record WorkspaceFile(String path, Path absolute, long sizeBytes, Instant modifiedAt) {}
