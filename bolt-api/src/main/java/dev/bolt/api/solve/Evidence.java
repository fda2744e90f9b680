package dev.bolt.api.solve;

import java.util.List;

/**
 * Lines that answer.
 *
 * @param path relative to the workspace
 * @param startLine first line, 1-based
 * @param endLine last line, inclusive
 * @param symbol qualified name of the definition they are in; empty if none
 * @param score bigger is better
 * @param sources who found them: {@code search}, {@code lexical}, {@code semantic}, {@code symbols}
 * @param snippet the first of those lines, as they are on disk
 */
public record Evidence(
        String path, int startLine, int endLine, String symbol, double score, List<String> sources, String snippet) {
    /** Copies the list. */
    public Evidence {
        sources = List.copyOf(sources);
    }
}
