package dev.bolt.einstein.ingest;

import dev.bolt.api.index.IndexState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one workspace stands.
 *
 * @param state of the words; vectors may still be missing when it is READY
 * @param filesDone files read in this build
 * @param filesTotal files to read in this build; 0 while they are listed
 * @param filesSkipped files left out: binary, too large
 * @param filesFailed files and folders that could not be read
 * @param chunks distinct chunks
 * @param asOf when the newest complete build began; null before the first
 * @param message the stage, for a person
 */
record Progress(
        IndexState state,
        int filesDone,
        int filesTotal,
        int filesSkipped,
        int filesFailed,
        int chunks,
        @Nullable Instant asOf,
        String message) {
    static final Progress NOTHING = new Progress(IndexState.BUILDING, 0, 0, 0, 0, 0, null, "waiting");

    /** Says more of what is READY; a build under way, or failed, has its own words. */
    Progress says(String words) {
        return state == IndexState.READY
                ? new Progress(state, filesDone, filesTotal, filesSkipped, filesFailed, chunks, asOf, words)
                : this;
    }

    /** The same, but not the end of it. */
    Progress building() {
        return new Progress(
                IndexState.BUILDING, filesDone, filesTotal, filesSkipped, filesFailed, chunks, asOf, message);
    }

    Progress begins() {
        return new Progress(IndexState.BUILDING, 0, 0, 0, 0, chunks, asOf, "listing files");
    }

    Progress reads(int done, int total, int skipped, int failed) {
        return new Progress(IndexState.BUILDING, done, total, skipped, failed, chunks, asOf, "reading files");
    }

    Progress ready(int files, int skipped, int failed, int distinct, Instant as, String words) {
        return new Progress(IndexState.READY, files, files, skipped, failed, distinct, as, words);
    }

    Progress fails(String words) {
        return new Progress(IndexState.FAILED, filesDone, filesTotal, filesSkipped, filesFailed, chunks, asOf, words);
    }
}
