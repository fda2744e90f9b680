package dev.bolt.search.index;

import dev.bolt.search.plan.GramPlan;
import dev.bolt.search.scan.QueryPlan;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import dev.bolt.search.trigram.GramQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The parts of the store that may hold a match, by path; each is some chunks in a row of one file, read as one text.
 * There may be hundreds of thousands: they are kept as numbers.
 */
final class Candidates {
    /** Files above are not read whole into memory. */
    private static final long LARGEST_WHOLE = 16 << 20;

    private final TextStore store;
    private final boolean wholeFiles;
    private final int[] firstChunks;
    private final long bytes;
    private final int reads;

    private Candidates(TextStore store, boolean wholeFiles, int[] firstChunks, long bytes, int reads) {
        this.store = store;
        this.wholeFiles = wholeFiles;
        this.firstChunks = firstChunks;
        this.bytes = bytes;
        this.reads = reads;
    }

    /**
     * Empty if a file too large to be read whole would have to be searched.
     *
     * @param wanted whether a file is to be searched in the store; asked once a file
     */
    static Optional<Candidates> of(WorkspaceIndex index, QueryPlan plan, Predicate<StoredFile> wanted) {
        TextStore store = index.store();
        GramQuery grams = GramPlan.of(plan.regex());
        int[] first =
                plan.acrossLines() ? files(index, grams, wanted) : chunks(index, grams, wanted, plan.wholeFiles());
        long bytes = 0;
        int reads = 0;
        for (int chunk : first) {
            long length = plan.wholeFiles() ? bytes(store, file(store, chunk)) : store.length(chunk);
            if (plan.wholeFiles() && length > LARGEST_WHOLE) {
                return Optional.empty();
            }
            bytes += length;
            reads += store.copied(chunk) ? 0 : 1;
        }
        return Optional.of(new Candidates(store, plan.wholeFiles(), first, bytes, reads));
    }

    /** How many parts there are. */
    int size() {
        return firstChunks.length;
    }

    /** Bytes of all parts. */
    long bytes() {
        return bytes;
    }

    /** How many parts are read from their files. */
    int reads() {
        return reads;
    }

    /** The first chunk of a part; ascending from part to part. */
    int firstChunk(int part) {
        return firstChunks[part];
    }

    /** How many chunks a part is. */
    int chunks(int part) {
        return wholeFiles ? file(part).chunks() : 1;
    }

    /** The file that a part is of. */
    StoredFile file(int part) {
        return file(store, firstChunks[part]);
    }

    private static StoredFile file(TextStore store, int chunk) {
        return store.files().get(store.fileOf(chunk));
    }

    private static long bytes(TextStore store, StoredFile file) {
        long bytes = 0;
        for (int chunk = file.firstChunk(); chunk < file.firstChunk() + file.chunks(); chunk++) {
            bytes += store.length(chunk);
        }
        return bytes;
    }

    /** A match may have its trigrams in several chunks of a file. */
    private static int[] files(WorkspaceIndex index, GramQuery grams, Predicate<StoredFile> wanted) {
        TextStore store = index.store();
        int[] numbers = index.grams()
                .candidates(grams, store::fileOf)
                .orElseGet(() -> IntStream.range(0, store.files().size()).toArray());
        return IntStream.of(numbers)
                .mapToObj(store.files()::get)
                .filter(file -> file.chunks() > 0)
                .filter(wanted)
                .mapToInt(StoredFile::firstChunk)
                .toArray();
    }

    private static int[] chunks(
            WorkspaceIndex index, GramQuery grams, Predicate<StoredFile> wanted, boolean wholeFiles) {
        TextStore store = index.store();
        List<StoredFile> files = store.files();
        int[] chunks = index.grams()
                .candidates(grams)
                .orElseGet(() -> IntStream.range(0, store.chunks()).toArray());
        int last = -1;
        boolean searched = false;
        int size = 0;
        for (int chunk : chunks) {
            int number = store.fileOf(chunk);
            if (number != last) {
                searched = wanted.test(files.get(number));
            }
            if (searched && (!wholeFiles || number != last)) {
                chunks[size++] = wholeFiles ? files.get(number).firstChunk() : chunk;
            }
            last = number;
        }
        return Arrays.copyOf(chunks, size);
    }
}
