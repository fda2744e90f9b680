package dev.bolt.analysis.graph;

/**
 * The longest way down from each vertex, counted in edges between components, so that a circle lies on one layer and
 * every other edge leads to a lower one. Linear in vertices and edges: Tarjan numbers components from the bottom up.
 */
final class Layers {
    private Layers() {}

    static int[] of(Rows rows) {
        int[] component = Components.of(rows);
        int count = 0;
        for (int c : component) {
            count = Math.max(count, c + 1);
        }
        int[][] members = members(component, count);
        int[] heights = new int[count];
        for (int c = 0; c < count; c++) {
            for (int v : members[c]) {
                for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                    int below = component[rows.targets()[i]];
                    if (below != c) {
                        heights[c] = Math.max(heights[c], heights[below] + 1);
                    }
                }
            }
        }
        int[] layers = new int[component.length];
        for (int v = 0; v < layers.length; v++) {
            layers[v] = heights[component[v]];
        }
        return layers;
    }

    private static int[][] members(int[] component, int count) {
        int[] sizes = new int[count];
        for (int c : component) {
            sizes[c]++;
        }
        int[][] members = new int[count][];
        for (int c = 0; c < count; c++) {
            members[c] = new int[sizes[c]];
        }
        for (int v = component.length - 1; v >= 0; v--) {
            members[component[v]][--sizes[component[v]]] = v;
        }
        return members;
    }
}
