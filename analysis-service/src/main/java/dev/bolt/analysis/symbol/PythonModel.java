package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Module;
import dev.bolt.api.analysis.Symbol;
import java.util.Comparator;
import java.util.List;

/** Takes the model of a Python file from its tree. Stateless; linear in the size of the tree. */
public final class PythonModel {
    private PythonModel() {}

    /** The model of the file at this path. */
    public static FileModel of(String path, Module module) {
        return of(path, module, new Complexity());
    }

    /** @param complexity that will have looked at the functions of the module */
    public static FileModel of(String path, Module module, Complexity complexity) {
        var symbols = new SymbolCollector(path, complexity);
        symbols.collect(module.body());
        List<Symbol> byLine = symbols.symbols();
        byLine.sort(Comparator.comparingInt(symbol -> symbol.span().startLine()));
        var imports = new ImportCollector();
        imports.collect(module.body(), ImportContext.TOP);
        var uses = new UseCollector(symbols.definitions());
        uses.collect(module.body());
        return new FileModel(
                path,
                "python",
                "",
                module.lines(),
                byLine,
                imports.imports(),
                uses.uses(),
                symbols.heritage(),
                Maintainability.of(module, complexity));
    }
}
