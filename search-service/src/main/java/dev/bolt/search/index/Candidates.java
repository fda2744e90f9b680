package dev.bolt.search.index;

import dev.bolt.search.plan.GramPlan;
import dev.bolt.search.scan.QueryPlan;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import dev.bolt.search.trigram.GramQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The parts of the store that may hold a match, by path.
 *
 * @param parts chunks in a row of one file, to be read as one text
 * @param bytes of all parts
 */
record Candidates(List<Part> parts, long bytes) {
    /** Chunks in a row of one file. */
    record Part(StoredFile file, int firstChunk, int chunks) {
        static Part whole(StoredFile file) {
            return new Part(file, file.firstChunk(), file.chunks());
        }

        long bytes(TextStore store) {
            long bytes = 0;
            for (int chunk = firstChunk; chunk < firstChunk + chunks; chunk++) {
                bytes += store.length(chunk);
            }
            return bytes;
        }
    }

    /** Files above are not read whole into memory. */
    private static final long LARGEST_WHOLE = 16 << 20;

    /**
     * Empty if a file too large to be read whole would have to be searched.
     *
     * @param wanted whether a file is to be searched in the store; asked once a file
     */
    static Optional<Candidates> of(WorkspaceIndex index, QueryPlan plan, Predicate<StoredFile> wanted) {
        TextStore store = index.store();
        GramQuery grams = GramPlan.of(plan.regex());
        List<Part> parts = plan.acrossLines() ? files(index, grams, wanted) : chunks(index, grams, wanted, plan);
        long bytes = 0;
        for (Part part : parts) {
            long length = part.bytes(store);
            if (plan.wholeFiles() && length > LARGEST_WHOLE) {
                return Optional.empty();
            }
            bytes += length;
        }
        return Optional.of(new Candidates(parts, bytes));
    }

    /** A match may have its trigrams in several chunks of a file. */
    private static List<Part> files(WorkspaceIndex index, GramQuery grams, Predicate<StoredFile> wanted) {
        TextStore store = index.store();
        int[] numbers = index.grams()
                .candidates(grams, store::fileOf)
                .orElseGet(() -> IntStream.range(0, store.files().size()).toArray());
        return IntStream.of(numbers)
                .mapToObj(store.files()::get)
                .filter(file -> file.chunks() > 0)
                .filter(wanted)
                .map(Part::whole)
                .toList();
    }

    private static List<Part> chunks(
            WorkspaceIndex index, GramQuery grams, Predicate<StoredFile> wanted, QueryPlan plan) {
        TextStore store = index.store();
        List<Part> parts = new ArrayList<>();
        StoredFile last = null;
        boolean searched = false;
        int[] chunks = index.grams()
                .candidates(grams)
                .orElseGet(() -> IntStream.range(0, store.chunks()).toArray());
        for (int chunk : chunks) {
            StoredFile file = store.files().get(store.fileOf(chunk));
            if (file != last) {
                searched = wanted.test(file);
            }
            if (searched && (!plan.wholeFiles() || file != last)) {
                parts.add(plan.wholeFiles() ? Part.whole(file) : new Part(file, chunk, 1));
            }
            last = file;
        }
        return parts;
    }
}
