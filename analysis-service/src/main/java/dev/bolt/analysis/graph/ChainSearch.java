package dev.bolt.analysis.graph;

import java.util.Arrays;
import java.util.BitSet;

/** Shortest ways between sets of vertices, breadth first: linear in vertices and edges. */
final class ChainSearch {
    private ChainSearch() {}

    /**
     * A shortest way of at least one edge from one of these to one of those; empty if there is none. Among several the
     * one through the lowest vertices.
     *
     * @param closed vertices that no way may pass through between its ends
     */
    static int[] find(Rows rows, BitSet from, BitSet to, BitSet closed) {
        int[] via = new int[rows.vertices()];
        Arrays.fill(via, -1);
        int[] queue = new int[rows.vertices()];
        int filled = 0;
        for (int v = from.nextSetBit(0); v >= 0; v = from.nextSetBit(v + 1)) {
            via[v] = v;
            queue[filled++] = v;
        }
        for (int done = 0; done < filled; done++) {
            int v = queue[done];
            for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                int w = rows.targets()[i];
                if (to.get(w)) {
                    return way(via, v, w);
                }
                if (via[w] < 0 && !closed.get(w)) {
                    via[w] = v;
                    queue[filled++] = w;
                }
            }
        }
        return new int[0];
    }

    private static int[] way(int[] via, int beforeLast, int last) {
        int length = 2;
        for (int v = beforeLast; via[v] != v; v = via[v]) {
            length++;
        }
        int[] way = new int[length];
        way[length - 1] = last;
        int v = beforeLast;
        for (int i = length - 2; i >= 0; i--) {
            way[i] = v;
            v = via[v];
        }
        return way;
    }
}
