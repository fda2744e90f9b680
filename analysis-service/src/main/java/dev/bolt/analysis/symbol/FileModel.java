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
 * @param maintainability its index, 0 to 100; {@link Maintainability#UNKNOWN} if it has none
 */
public record FileModel(
        String path,
        String language,
        String namespace,
        int lines,
        List<Symbol> symbols,
        List<ImportedName> imports,
        List<Use> uses,
        List<Heritage> heritage,
        double maintainability) {
    /** Copies the lists, {@code uses} into one without objects. */
    public FileModel {
        symbols = List.copyOf(symbols);
        imports = List.copyOf(imports);
        uses = PackedUses.of(uses);
        heritage = List.copyOf(heritage);
    }

    /** Of a language whose maintainability is not known. */
    public FileModel(
            String path,
            String language,
            String namespace,
            int lines,
            List<Symbol> symbols,
            List<ImportedName> imports,
            List<Use> uses,
            List<Heritage> heritage) {
        this(path, language, namespace, lines, symbols, imports, uses, heritage, Maintainability.UNKNOWN);
    }
}
