package dev.bolt.analysis.graph;

import dev.bolt.api.analysis.GraphEdge;
import dev.bolt.api.analysis.GraphLevel;
import dev.bolt.api.analysis.GraphNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A part of an import graph, by file or by folder, with the layer, rank and circle of each node. Immutable. */
public final class GraphView {
    private final List<GraphNode> nodes;
    private final List<GraphEdge> edges;

    GraphView(String[] paths, Rows imports, GraphLevel level, Predicate<String> included) {
        var files = new TreeMap<String, Integer>();
        for (String path : paths) {
            if (included.test(path)) {
                files.merge(node(path, level), 1, Integer::sum);
            }
        }
        String[] names = files.keySet().toArray(String[]::new);
        int[] owner = new int[paths.length];
        for (int v = 0; v < paths.length; v++) {
            owner[v] = included.test(paths[v]) ? Arrays.binarySearch(names, node(paths[v], level)) : -1;
        }
        Map<Long, Integer> weights = weights(imports, owner);
        long[] keys =
                weights.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        nodes = nodes(names, files, Rows.of(names.length, keys));
        edges = Arrays.stream(keys)
                .mapToObj(
                        key -> new GraphEdge(names[(int) (key >>> 32)], names[(int) key], weights.getOrDefault(key, 0)))
                .toList();
    }

    private static String node(String path, GraphLevel level) {
        if (level == GraphLevel.MODULE) {
            return path;
        }
        String folder = ModuleMap.parent(path);
        return folder.isEmpty() ? "." : folder;
    }

    private static Map<Long, Integer> weights(Rows imports, int[] owner) {
        var weights = new HashMap<Long, Integer>();
        for (int v = 0; v < owner.length; v++) {
            for (int i = imports.offsets()[v]; i < imports.offsets()[v + 1]; i++) {
                int to = owner[imports.targets()[i]];
                if (owner[v] >= 0 && to >= 0 && to != owner[v]) {
                    weights.merge(Rows.edge(owner[v], to), 1, Integer::sum);
                }
            }
        }
        return weights;
    }

    private static List<GraphNode> nodes(String[] names, Map<String, Integer> files, Rows rows) {
        int[] layers = Layers.of(rows);
        double[] ranks = PageRank.of(rows);
        int[] circles = new int[names.length];
        int number = 0;
        for (int[] circle : Components.circles(rows)) {
            number++;
            for (int v : circle) {
                circles[v] = number;
            }
        }
        var nodes = new ArrayList<GraphNode>();
        for (int v = 0; v < names.length; v++) {
            nodes.add(new GraphNode(names[v], layers[v], ranks[v], circles[v], files.getOrDefault(names[v], 0)));
        }
        nodes.sort(Comparator.comparingInt((GraphNode node) -> -node.layer()).thenComparing(GraphNode::path));
        return nodes;
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.size();
    }

    /** The nodes of highest rank, at most so many, highest layer first, then by path. */
    public List<GraphNode> nodes(int limit) {
        if (nodes.size() <= limit) {
            return nodes;
        }
        Set<GraphNode> best = new HashSet<>(nodes.stream()
                .sorted(Comparator.comparingDouble((GraphNode node) -> -node.rank()))
                .limit(limit)
                .toList());
        return nodes.stream().filter(best::contains).toList();
    }

    /** The edges between these nodes, by both paths. */
    public List<GraphEdge> edges(List<GraphNode> among) {
        var paths = new HashSet<String>();
        among.forEach(node -> paths.add(node.path()));
        return edges.stream()
                .filter(edge -> paths.contains(edge.from()) && paths.contains(edge.to()))
                .toList();
    }
}
