package dev.bolt.analysis.ingest;

import dev.bolt.analysis.symbol.FileModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an edit does to the models of files; filled one file after the other.
 *
 * @param written models that are new or other than before
 * @param before what those of them were that were there, and those that are gone
 * @param come those written that are new, or say other than before how they are imported
 * @param gone what was imported before and is gone, or is imported otherwise now
 */
record ModelEdit(List<FileModel> written, List<FileModel> before, List<FileModel> come, List<FileModel> gone) {

    void write(@Nullable AnalyzedFile was, AnalyzedFile now) {
        if (was == null) {
            written.add(now.model());
            come.add(now.model());
        } else if (was.model() != now.model()) {
            written.add(now.model());
            before.add(was.model());
            if (!was.model().namespace().equals(now.model().namespace())) {
                come.add(now.model());
                gone.add(was.model());
            }
        }
    }

    void remove(@Nullable AnalyzedFile was) {
        if (was != null) {
            before.add(was.model());
            gone.add(was.model());
        }
    }

    /** Whether all imports of other files mean what they meant. */
    boolean isInside() {
        return come.isEmpty() && gone.isEmpty();
    }
}
