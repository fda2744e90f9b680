package dev.bolt.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strongly connected components after Tarjan, "Depth-first search and linear graph algorithms" (SIAM J. Comput. 1972),
 * without recursion: a path of a million vertices needs no stack. Linear in vertices and edges.
 */
final class Components {
    private static final int UNSEEN = -1;

    private final Rows rows;
    private final int[] index;
    private final int[] low;
    private final int[] component;
    private final int[] open;
    private final int[] path;
    private final int[] next;
    private int openSize;
    private int counter;
    private int found;

    private Components(Rows rows) {
        int vertices = rows.vertices();
        this.rows = rows;
        index = new int[vertices];
        low = new int[vertices];
        component = new int[vertices];
        open = new int[vertices];
        path = new int[vertices];
        next = new int[vertices];
        Arrays.fill(index, UNSEEN);
        Arrays.fill(component, UNSEEN);
    }

    /** The component of each vertex, numbered from 0. */
    static int[] of(Rows rows) {
        var search = new Components(rows);
        for (int v = 0; v < rows.vertices(); v++) {
            if (search.index[v] == UNSEEN) {
                search.visit(v);
            }
        }
        return search.component;
    }

    /** The components of two or more, each ascending, by first vertex. */
    static List<int[]> circles(Rows rows) {
        int[] component = of(rows);
        int count = Arrays.stream(component).max().orElse(-1) + 1;
        int[] sizes = new int[count];
        for (int c : component) {
            sizes[c]++;
        }
        int[][] members = new int[count][];
        int[] filled = new int[count];
        var circles = new ArrayList<int[]>();
        for (int v = 0; v < component.length; v++) {
            int c = component[v];
            if (sizes[c] < 2) {
                continue;
            }
            if (members[c] == null) {
                members[c] = new int[sizes[c]];
                circles.add(members[c]);
            }
            members[c][filled[c]++] = v;
        }
        return circles;
    }

    private void visit(int root) {
        int depth = 0;
        path[0] = enter(root);
        while (depth >= 0) {
            int v = path[depth];
            if (next[v] < rows.offsets()[v + 1]) {
                int w = rows.targets()[next[v]++];
                if (index[w] == UNSEEN) {
                    path[++depth] = enter(w);
                } else if (component[w] == UNSEEN) {
                    low[v] = Math.min(low[v], index[w]);
                }
            } else {
                leave(v);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[v]);
                }
            }
        }
    }

    private int enter(int v) {
        index[v] = low[v] = counter++;
        next[v] = rows.offsets()[v];
        open[openSize++] = v;
        return v;
    }

    private void leave(int v) {
        if (low[v] == index[v]) {
            int w;
            do {
                w = open[--openSize];
                component[w] = found;
            } while (w != v);
            found++;
        }
    }
}
