package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;

/**
 * Takes what is found, file by file in the order of the paths; a file with very much comes in parts, one after the
 * other. Called by one thread at a time.
 */
public interface FileSink {
    /** Takes a file; whether more are wanted. */
    boolean take(FileMatches file);

    /** Nothing is known to come at once: what was taken should be seen. */
    default void pause() {}
}
