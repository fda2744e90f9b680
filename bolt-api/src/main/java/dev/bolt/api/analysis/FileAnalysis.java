package dev.bolt.api.analysis;

import java.util.List;

/**
 * The model of one file.
 *
 * @param path relative to the workspace
 * @param language such as {@code python}
 * @param lines how many it has
 * @param symbols its definitions, by line
 * @param dependencies its imports, by line
 * @param findings what the rules found, by line; a syntax error is one of them
 */
public record FileAnalysis(
        String path,
        String language,
        int lines,
        List<Symbol> symbols,
        List<Dependency> dependencies,
        List<Finding> findings) {
    /** Copies the lists. */
    public FileAnalysis {
        symbols = List.copyOf(symbols);
        dependencies = List.copyOf(dependencies);
        findings = List.copyOf(findings);
    }
}
