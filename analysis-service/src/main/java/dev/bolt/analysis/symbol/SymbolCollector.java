package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gathers classes, functions, methods, and the variables of modules and classes, each variable where it is first set;
 * and what the classes inherit from.
 */
final class SymbolCollector {
    private enum Place {
        MODULE,
        CLASS,
        FUNCTION
    }

    private final String path;
    private final Complexity complexity;
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();
    private final HeritageCollector heritage = new HeritageCollector();

    SymbolCollector(String path, Complexity complexity) {
        this.path = path;
        this.complexity = complexity;
    }

    List<Symbol> symbols() {
        return symbols;
    }

    /** Qualified names of the functions and classes, in the order of the source, outer ones before those inside. */
    List<String> definitions() {
        return definitions;
    }

    List<Heritage> heritage() {
        return heritage.heritage();
    }

    void collect(List<Statement> body) {
        collect(body, "", Place.MODULE, new HashSet<>());
    }

    private void collect(List<Statement> block, String outer, Place place, Set<String> seen) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (Walk.isSimple(statement) && (place == Place.FUNCTION || !(statement instanceof Statement.Assign))) {
                continue;
            }
            switch (statement) {
                case Statement.FunctionDef def -> function(def, outer, place);
                case Statement.ClassDef def -> type(def, outer);
                case Statement.TypeAlias alias
                when place != Place.FUNCTION -> variable(alias.name(), statement, outer, seen);
                case Statement.Assign _, Statement.Annotated _
                when place != Place.FUNCTION ->
                    Bindings.targets(statement)
                            .forEach(target -> Bindings.names(target, name -> variable(name, statement, outer, seen)));
                default -> {
                    List<List<Statement>> inner = Walk.blocks(statement);
                    for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                        collect(inner.get(j), outer, place, seen);
                    }
                }
            }
        }
    }

    private void function(Statement.FunctionDef def, String outer, Place place) {
        String qualified = Definitions.qualify(outer, def.name());
        definitions.add(qualified);
        symbols.add(new Symbol(
                def.name(),
                qualified,
                place == Place.CLASS ? SymbolKind.METHOD : SymbolKind.FUNCTION,
                span(def.firstLine(), def),
                def.signature(),
                Definitions.docstring(def.body()),
                complexity.once(def)));
        if (def.lines().mayContain(Kinds.DEFINITION)) {
            collect(def.body(), qualified, Place.FUNCTION, Set.of());
        }
    }

    private void type(Statement.ClassDef def, String outer) {
        String qualified = Definitions.qualify(outer, def.name());
        definitions.add(qualified);
        symbols.add(new Symbol(
                def.name(),
                qualified,
                SymbolKind.CLASS,
                span(def.firstLine(), def),
                null,
                Definitions.docstring(def.body()),
                complexity.of(def)));
        heritage.collect(def, qualified);
        collect(def.body(), qualified, Place.CLASS, new HashSet<>());
    }

    private void variable(String name, Statement statement, String outer, Set<String> seen) {
        if (seen.add(name)) {
            symbols.add(new Symbol(
                    name,
                    Definitions.qualify(outer, name),
                    SymbolKind.VARIABLE,
                    span(statement.lines().first(), statement),
                    null,
                    null,
                    0));
        }
    }

    private SourceSpan span(int firstLine, Statement statement) {
        return new SourceSpan(path, firstLine, statement.lines().last());
    }
}
