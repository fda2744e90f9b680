package dev.bolt.einstein.lexical;

import java.util.List;

/**
 * What the words found.
 *
 * @param chunks best first
 * @param files best first
 * @param knownTermShare part of the question's distinct words that the workspace has at all, 0 to 1
 */
public record LexicalAnswer(List<ChunkHit> chunks, List<FileHit> files, double knownTermShare) {
    /** Copies the lists. */
    public LexicalAnswer {
        chunks = List.copyOf(chunks);
        files = List.copyOf(files);
    }
}
