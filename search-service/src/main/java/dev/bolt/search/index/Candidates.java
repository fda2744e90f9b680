package dev.bolt.search.index;

import dev.bolt.api.search.TextQuery;
import dev.bolt.search.plan.GramPlan;
import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.scan.FileFilter;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The parts of the store that may hold a match, by path.
 *
 * @param parts chunks in a row of one file, to be read as one text
 * @param bytes of all parts
 */
record Candidates(List<Part> parts, long bytes) {
    /** Chunks in a row of one file. */
    record Part(StoredFile file, int firstChunk, int chunks) {}

    /** Files above are not read whole into memory. */
    private static final long LARGEST_WHOLE = 16 << 20;

    /** Empty if a file that is not in the store, or one too large to be read whole, would have to be searched. */
    static Optional<Candidates> of(
            WorkspaceIndex index, TextQuery query, LinePattern pattern, FileFilter filter, Overlay overlay) {
        TextStore store = index.store();
        boolean whole = query.beforeContext() > 0 || query.afterContext() > 0 || query.maxCount() != null;
        List<Part> parts = new ArrayList<>();
        long bytes = 0;
        StoredFile last = null;
        boolean wanted = false;
        int[] chunks = index.grams()
                .candidates(GramPlan.of(pattern.regex()))
                .orElseGet(() -> IntStream.range(0, store.chunks()).toArray());
        for (int chunk : chunks) {
            StoredFile file = store.files().get(store.fileOf(chunk));
            if (file != last) {
                wanted = filter.keeps(file.path()) && !overlay.stale().contains(file.path());
            }
            if (wanted && (!whole || file != last)) {
                Part part = whole ? new Part(file, file.firstChunk(), file.chunks()) : new Part(file, chunk, 1);
                long length = IntStream.range(0, part.chunks())
                        .mapToLong(i -> store.length(part.firstChunk() + i))
                        .sum();
                if (whole && length > LARGEST_WHOLE) {
                    return Optional.empty();
                }
                parts.add(part);
                bytes += length;
            }
            last = file;
        }
        return Optional.of(new Candidates(parts, bytes));
    }
}
