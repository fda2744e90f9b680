package dev.bolt.search.index;

import dev.bolt.search.store.TextStore;
import dev.bolt.search.trigram.GramIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An index as it was built: what the files were then. Immutable, safe for many threads; its memory is mapped, and given
 * back when nobody holds it any more.
 *
 * @param store the text
 * @param grams its trigrams
 */
public record WorkspaceIndex(TextStore store, GramIndex grams) {
    /** The saved one of this directory; empty if there is none, or it is spoiled, or of another version. */
    public static Optional<WorkspaceIndex> open(IndexFolder folder, Path root) {
        return folder.current(root).flatMap(built -> {
            try {
                return Optional.of(read(built.path(), built.textSums()));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    static WorkspaceIndex read(Path built, List<Long> textSums) throws IOException {
        TextStore store = TextStore.open(built, textSums);
        Path grams = built.resolve("grams");
        Path postings = built.resolve("postings");
        if (!Files.exists(grams)) {
            throw new IOException("There are no trigrams in " + built);
        }
        return new WorkspaceIndex(store, GramIndex.open(grams, postings, store.chunks()));
    }
}
