package dev.bolt.search.scan;

import dev.bolt.api.search.MatchedLine;
import java.util.List;

/** Searches one text after the other. Used by one thread. */
public interface TextSearch {
    /**
     * What the text has; empty if nothing in it matches.
     *
     * @param firstLine number of its first line
     */
    List<MatchedLine> search(FileText file, int firstLine);
}
