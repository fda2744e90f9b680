package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the import graph.
 *
 * @param nodes highest layer first, then by path
 * @param edges between these nodes, by both paths
 * @param total nodes there are without the limit
 * @param drawing in the format asked for; null for {@link GraphFormat#JSON}
 * @param freshness how current the answer is
 */
public record GraphResult(
        List<GraphNode> nodes,
        List<GraphEdge> edges,
        int total,
        @Nullable String drawing,
        Freshness freshness) {
    /** Copies the lists. */
    public GraphResult {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
