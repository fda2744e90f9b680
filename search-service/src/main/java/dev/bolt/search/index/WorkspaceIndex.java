package dev.bolt.search.index;

import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.store.TextBytes;
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
    /**
     * The saved one of this directory.
     *
     * @param share what it may take, which is what it takes when it is open
     * @return empty if there is none, or it is spoiled, or of another version, or if another build would copy more of
     *     the text, or must copy less
     */
    public static Optional<WorkspaceIndex> open(IndexFolder folder, Path root, IndexRoom.Share share) {
        return folder.current(root).flatMap(built -> {
            try {
                WorkspaceIndex saved = read(built.path(), built.textSums());
                return holds(saved.store().bytes(), IndexFolder.bytes(built.path()), share)
                        ? Optional.of(saved)
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static boolean holds(TextBytes text, long bytes, IndexRoom.Share share) {
        if (!share.room().copies()) {
            return text.copied() == 0 && share.hold(bytes);
        }
        return share.hold(bytes) && !couldBeCopied(text, bytes, share);
    }

    /**
     * Whether some text is not copied though there is room for all of it, and for a little more.
     *
     * @param bytes what the index takes as it is
     */
    static boolean couldBeCopied(TextBytes text, long bytes, IndexRoom.Share share) {
        return share.room().copies()
                && text.inPlace() > 0
                && share.could(text.inPlace() + bytes + reserve(bytes - text.copied()));
    }

    /** What another build may need more than this one for what is no copy. */
    static long reserve(long needed) {
        return needed / 16;
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
