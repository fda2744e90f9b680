package dev.bolt.search.index;

import dev.bolt.search.plan.GramPlan;
import dev.bolt.search.scan.QueryPlan;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import dev.bolt.search.trigram.GramQuery;
import java.util.Arrays;
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
    private int[] firstChunks;
    private int size;
    private long bytes;
    private int reads;

    private Candidates(TextStore store, boolean wholeFiles, int most) {
        this.store = store;
        this.wholeFiles = wholeFiles;
        this.firstChunks = new int[most];
    }

    /**
     * Empty if a file too large to be read whole would have to be searched. O(files) where no trigram rules out any.
     *
     * @param wanted whether a file is to be searched in the store; asked once a file
     */
    static Optional<Candidates> of(WorkspaceIndex index, QueryPlan plan, Predicate<StoredFile> wanted) {
        TextStore store = index.store();
        GramQuery grams = GramPlan.of(plan.regex());
        // A match across lines may have its trigrams in several chunks of a file.
        Optional<int[]> some = plan.acrossLines()
                ? index.grams().candidates(grams, store::fileOf)
                : index.grams().candidates(grams);
        var parts = new Candidates(
                store, plan.wholeFiles(), some.map(found -> found.length).orElseGet(store::chunks));
        boolean fit;
        if (some.isEmpty()) {
            fit = store.files().stream().allMatch(file -> parts.add(file, wanted));
        } else if (plan.acrossLines()) {
            fit = IntStream.of(some.get()).mapToObj(store.files()::get).allMatch(file -> parts.add(file, wanted));
        } else {
            fit = parts.add(some.get(), wanted);
        }
        parts.firstChunks = Arrays.copyOf(parts.firstChunks, parts.size);
        return fit ? Optional.of(parts) : Optional.empty();
    }

    /** Adds the chunks that are of files that are wanted; whether that is possible. */
    private boolean add(int[] chunks, Predicate<StoredFile> wanted) {
        int last = -1;
        boolean searched = false;
        for (int chunk : chunks) {
            int number = store.fileOf(chunk);
            StoredFile file = store.files().get(number);
            if (wholeFiles) {
                if (number != last && !add(file, wanted)) {
                    return false;
                }
            } else {
                searched = number == last ? searched : wanted.test(file);
                if (searched) {
                    firstChunks[size++] = chunk;
                    bytes += store.length(chunk);
                    reads += store.copied(chunk) ? 0 : 1;
                }
            }
            last = number;
        }
        return true;
    }

    /** Adds a file, if it is wanted, as one part or as one a chunk; whether that is possible. */
    private boolean add(StoredFile file, Predicate<StoredFile> wanted) {
        if (file.chunks() == 0 || !wanted.test(file)) {
            return true;
        }
        long length = store.length(file.firstChunk(), file.chunks());
        if (wholeFiles && length > LARGEST_WHOLE) {
            return false;
        }
        int parts = wholeFiles ? 1 : file.chunks();
        for (int i = 0; i < parts; i++) {
            firstChunks[size++] = file.firstChunk() + i;
        }
        bytes += length;
        reads += store.copied(file.firstChunk()) ? 0 : parts;
        return true;
    }

    /** How many parts there are. */
    int size() {
        return size;
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
}
