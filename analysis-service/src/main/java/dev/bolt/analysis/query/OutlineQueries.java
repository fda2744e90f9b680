package dev.bolt.analysis.query;

import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.WorkspaceIndex;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.Maintainability;
import dev.bolt.api.analysis.HierarchyResult;
import dev.bolt.api.analysis.OutlineNode;
import dev.bolt.api.analysis.OutlineResult;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.Freshness;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How definitions lie inside each other and inherit from each other. */
@Component
public final class OutlineQueries {
    private final Indexes indexes;

    OutlineQueries(Indexes indexes) {
        this.indexes = indexes;
    }

    /** The definitions of a file as a tree. */
    public OutlineResult outline(WorkspaceId id, String path) {
        WorkspaceIndex index = indexes.current(id);
        Freshness freshness = index.freshness();
        FileModel file = ModelPaths.file(index.model(), path).model();
        List<OutlineNode> roots = children(file.symbols(), 0, file.symbols().size());
        Double maintainability = file.maintainability() == Maintainability.UNKNOWN ? null : file.maintainability();
        return new OutlineResult(file.path(), roots, maintainability, freshness);
    }

    /** Definitions stand in order of lines, so those inside one follow it until the next that is not. */
    private static List<OutlineNode> children(List<Symbol> symbols, int from, int to) {
        var nodes = new ArrayList<OutlineNode>();
        for (int i = from; i < to; ) {
            String inside = symbols.get(i).qualifiedName() + ".";
            int end = i + 1;
            while (end < to && symbols.get(end).qualifiedName().startsWith(inside)) {
                end++;
            }
            nodes.add(new OutlineNode(symbols.get(i), children(symbols, i + 1, end)));
            i = end;
        }
        return nodes;
    }

    /** The classes of exactly this name between their ancestors and descendants. */
    public HierarchyResult hierarchy(WorkspaceId id, String name) {
        WorkspaceIndex index = indexes.current(id);
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        List<Symbol> classes = ReferenceFinder.definitions(model, name).stream()
                .filter(symbol -> symbol.kind() == SymbolKind.CLASS)
                .toList();
        return new HierarchyResult(classes.isEmpty() ? List.of() : new Hierarchies(model).of(classes), freshness);
    }
}
