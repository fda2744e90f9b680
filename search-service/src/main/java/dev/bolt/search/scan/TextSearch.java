package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import org.jspecify.annotations.Nullable;

/** Searches one text after the other. Used by one thread. */
public interface TextSearch {
    /**
     * What the text has; null if nothing in it matches.
     *
     * @param path of its file
     * @param firstLine number of its first line
     */
    @Nullable
    FileMatches search(String path, FileText text, int firstLine);
}
