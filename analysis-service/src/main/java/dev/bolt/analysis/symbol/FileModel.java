package dev.bolt.analysis.symbol;

import dev.bolt.api.analysis.Symbol;
import java.util.List;

/**
 * What one file defines, imports and uses.
 *
 * @param path relative to the workspace
 * @param language such as {@code python}
 * @param namespace Java's package; what a project file says of names; empty for the others, whose modules follow from
 *     the paths
 * @param lines how many it has
 * @param symbols its definitions, by line
 * @param imports by line
 * @param uses by definition
 * @param heritage what its classes inherit from
 */
public record FileModel(
        String path,
        String language,
        String namespace,
        int lines,
        List<Symbol> symbols,
        List<ImportedName> imports,
        List<Use> uses,
        List<Heritage> heritage) {
    /** Copies the lists. */
    public FileModel {
        symbols = List.copyOf(symbols);
        imports = List.copyOf(imports);
        uses = List.copyOf(uses);
        heritage = List.copyOf(heritage);
    }
}
