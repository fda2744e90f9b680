package dev.bolt.search.store;

import dev.bolt.platform.workspace.FileStamp;
import org.jspecify.annotations.Nullable;

/**
 * A file of the store.
 *
 * @param path relative to the workspace, {@code /}-separated
 * @param stamp taken before it was read
 * @param packed whether its text is in the store; if not, it must be searched where it lies
 * @param binaryOffset where a NUL ends its search; null if none does
 * @param firstChunk its first chunk
 * @param chunks how many it has, one after the other
 */
public record StoredFile(
        String path,
        FileStamp stamp,
        boolean packed,
        @Nullable Long binaryOffset,
        int firstChunk,
        int chunks) {
    /** The same in a store where so many chunks come before. */
    StoredFile after(int chunksBefore) {
        return new StoredFile(path, stamp, packed, binaryOffset, firstChunk + chunksBefore, chunks);
    }
}
