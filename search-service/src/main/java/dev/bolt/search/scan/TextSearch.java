package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Searches one text after the other. Used by one thread. */
public interface TextSearch {
    /**
     * What the text has; null if nothing in it matches.
     *
     * @param path of its file
     * @param numbers of the text's lines, by how many come before in it
     */
    @Nullable
    FileMatches search(String path, FileText text, IntUnaryOperator numbers);

    /** The same of lines that were taken from the text, of which others have no match. */
    default @Nullable FileMatches search(String path, NeedleLines lines, @Nullable Long binaryOffset) {
        return search(path, lines.text(binaryOffset), lines::number);
    }

    /** Numbers of lines in a row. */
    static IntUnaryOperator from(int firstLine) {
        return line -> firstLine + line;
    }
}
