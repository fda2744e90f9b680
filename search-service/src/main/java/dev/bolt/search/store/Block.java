package dev.bolt.search.store;

import java.util.List;

/**
 * Some files packed into one segment.
 *
 * @param files by path; their chunks are counted from the block's first
 * @param chunks by file
 * @param bytes of its text
 */
public record Block(List<StoredFile> files, List<Chunk> chunks, TextBytes bytes) {
    public Block {
        files = List.copyOf(files);
        chunks = List.copyOf(chunks);
    }

    /** How many chunks it has. */
    public int size() {
        return chunks.size();
    }
}
