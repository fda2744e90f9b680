package dev.bolt.analysis.query;

import dev.bolt.analysis.graph.GraphView;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.WorkspaceIndex;
import dev.bolt.api.analysis.ChainQuery;
import dev.bolt.api.analysis.ChainResult;
import dev.bolt.api.analysis.ContractQuery;
import dev.bolt.api.analysis.ContractResult;
import dev.bolt.api.analysis.GraphEdge;
import dev.bolt.api.analysis.GraphFormat;
import dev.bolt.api.analysis.GraphLevel;
import dev.bolt.api.analysis.GraphNode;
import dev.bolt.api.analysis.GraphQuery;
import dev.bolt.api.analysis.GraphResult;
import dev.bolt.api.index.Freshness;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The import graph as a whole: its nodes and edges, ways through it, and the contracts on it. */
@Component
public final class GraphQueries {
    private static final int DEFAULT_NODES = 1_000;

    private final Indexes indexes;

    GraphQueries(Indexes indexes) {
        this.indexes = indexes;
    }

    /** Nodes with layer and rank, edges between them, and a drawing. */
    public GraphResult graph(GraphQuery query) {
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        GraphLevel level = query.level() == null ? GraphLevel.MODULE : query.level();
        GraphView view = model.graph().view(level, query.runtime(), included(model, query));
        List<GraphNode> nodes = view.nodes(query.limit() == 0 ? DEFAULT_NODES : query.limit());
        List<GraphEdge> edges = view.edges(nodes);
        GraphFormat format = query.format() == null ? GraphFormat.JSON : query.format();
        return new GraphResult(nodes, edges, view.size(), GraphDrawing.of(format, nodes, edges), freshness);
    }

    private static Predicate<String> included(CodeModel model, GraphQuery query) {
        if (query.path() == null) {
            return _ -> true;
        }
        Set<String> paths = new HashSet<>();
        ModelPaths.under(model, query.path())
                .forEach(file -> paths.add(file.model().path()));
        return paths::contains;
    }

    /** A shortest chain of imports. */
    public ChainResult chain(ChainQuery query) {
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        String from = ModelPaths.file(model, query.from()).model().path();
        String to = ModelPaths.file(model, query.to()).model().path();
        return new ChainResult(model.graph().chain(from::equals, to::equals, _ -> false, _ -> false), freshness);
    }

    /** How the contracts of the workspace stand. */
    public ContractResult contracts(ContractQuery query) {
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        return new ContractResult(
                model.contracts().check(model.graph()), model.contracts().problems(), freshness);
    }
}
