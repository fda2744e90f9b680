package dev.bolt.analysis.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A shortest circle inside one strongly connected component, by breadth-first search from each of its vertices. In a
 * component of more than {@value #STARTS} only the first {@value #STARTS} are tried: the circle is then a shortest one
 * through any of those.
 */
final class ShortestCircle {
    static final int STARTS = 500;

    private final Rows rows;
    private final int[] previous;
    private final boolean[] member;

    ShortestCircle(Rows rows) {
        this.rows = rows;
        this.previous = new int[rows.vertices()];
        this.member = new boolean[rows.vertices()];
    }

    /** Its vertices, the first repeated at the end; empty if the component has no circle in these rows. */
    List<Integer> in(int[] component) {
        for (int v : component) {
            member[v] = true;
        }
        List<Integer> best = List.of();
        for (int i = 0; i < Math.min(STARTS, component.length) && best.size() != 3; i++) {
            List<Integer> circle = through(component, component[i], best.isEmpty() ? Integer.MAX_VALUE : best.size());
            if (!circle.isEmpty()) {
                best = circle;
            }
        }
        for (int v : component) {
            member[v] = false;
        }
        return best;
    }

    private List<Integer> through(int[] component, int start, int shorterThan) {
        for (int v : component) {
            previous[v] = -1;
        }
        var queue = new ArrayDeque<Integer>();
        queue.add(start);
        while (!queue.isEmpty()) {
            int v = queue.remove();
            for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                int w = rows.targets()[i];
                if (w == start) {
                    List<Integer> circle = back(start, v);
                    return circle.size() < shorterThan ? circle : List.of();
                }
                if (member[w] && previous[w] < 0) {
                    previous[w] = v;
                    queue.add(w);
                }
            }
        }
        return List.of();
    }

    private List<Integer> back(int start, int last) {
        var circle = new ArrayList<Integer>(Arrays.asList(start));
        for (int v = last; v != start; v = previous[v]) {
            circle.add(1, v);
        }
        circle.add(start);
        return circle;
    }
}
