package dev.bolt.analysis.query;

import dev.bolt.api.analysis.GraphEdge;
import dev.bolt.api.analysis.GraphFormat;
import dev.bolt.api.analysis.GraphNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a graph in the languages of others. Nodes on a circle are marked. */
final class GraphDrawing {
    private final List<GraphNode> nodes;
    private final List<GraphEdge> edges;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private GraphDrawing(List<GraphNode> nodes, List<GraphEdge> edges) {
        this.nodes = nodes;
        this.edges = edges;
        nodes.forEach(node -> numbers.put(node.path(), numbers.size()));
    }

    static @Nullable String of(GraphFormat format, List<GraphNode> nodes, List<GraphEdge> edges) {
        var drawing = new GraphDrawing(nodes, edges);
        return switch (format) {
            case JSON -> null;
            case DOT -> drawing.dot();
            case MERMAID -> drawing.mermaid();
            case GRAPHML -> drawing.graphml();
        };
    }

    private String dot() {
        out.append("digraph imports {\n  rankdir=TB;\n  node [shape=box];\n");
        for (GraphNode node : nodes) {
            out.append("  \"")
                    .append(node.path().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
            out.append(node.circle() > 0 ? " [color=red];\n" : ";\n");
        }
        for (GraphEdge edge : edges) {
            out.append("  \"%s\" -> \"%s\" [weight=%d];%n"
                    .formatted(
                            edge.from().replace("\\", "\\\\").replace("\"", "\\\""),
                            edge.to().replace("\\", "\\\\").replace("\"", "\\\""),
                            edge.imports()));
        }
        return out.append("}\n").toString();
    }

    /** Ids are numbers: a path may hold words and signs that Mermaid takes for its own. */
    private String mermaid() {
        out.append("flowchart TB\n");
        for (GraphNode node : nodes) {
            String label = node.path().replace("\"", "#quot;");
            out.append("  n%d[\"%s\"]%s%n".formatted(number(node.path()), label, node.circle() > 0 ? ":::circle" : ""));
        }
        for (GraphEdge edge : edges) {
            out.append("  n%d --> n%d%n".formatted(number(edge.from()), number(edge.to())));
        }
        return out.append("  classDef circle stroke:#c00\n").toString();
    }

    private String graphml() {
        out.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="path" for="node" attr.name="path" attr.type="string"/>
                  <key id="layer" for="node" attr.name="layer" attr.type="int"/>
                  <key id="rank" for="node" attr.name="rank" attr.type="double"/>
                  <key id="circle" for="node" attr.name="circle" attr.type="int"/>
                  <key id="imports" for="edge" attr.name="imports" attr.type="int"/>
                  <graph id="imports" edgedefault="directed">
                """);
        for (GraphNode node : nodes) {
            out.append(String.format(
                    Locale.ROOT,
                    "    <node id=\"n%d\"><data key=\"path\">%s</data><data key=\"layer\">%d</data>"
                            + "<data key=\"rank\">%.9f</data><data key=\"circle\">%d</data></node>%n",
                    number(node.path()),
                    xml(node.path()),
                    node.layer(),
                    node.rank(),
                    node.circle()));
        }
        for (GraphEdge edge : edges) {
            out.append("    <edge source=\"n%d\" target=\"n%d\"><data key=\"imports\">%d</data></edge>%n"
                    .formatted(number(edge.from()), number(edge.to()), edge.imports()));
        }
        return out.append("  </graph>\n</graphml>\n").toString();
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private int number(String path) {
        return numbers.getOrDefault(path, -1);
    }
}
