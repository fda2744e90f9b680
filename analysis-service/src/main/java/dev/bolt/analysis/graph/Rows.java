package dev.bolt.analysis.graph;

import java.util.Arrays;
import java.util.Map;

/**
 * A directed graph of {@code int} vertices in compressed sparse rows; the targets of a vertex are ascending and
 * distinct.
 *
 * @param offsets {@code int[vertices + 1]}: the row of {@code v} is {@code offsets[v]} to {@code offsets[v + 1]}
 * @param targets {@code int[edges]}
 */
record Rows(int[] offsets, int[] targets) {

    /**
     * The graph of these edges.
     *
     * @param vertices how many
     * @param edges {@code from << 32 | to} each, in any order, repeats allowed
     */
    static Rows of(int vertices, long[] edges) {
        long[] sorted = Arrays.stream(edges).sorted().distinct().toArray();
        int[] offsets = new int[vertices + 1];
        int[] targets = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            offsets[(int) (sorted[i] >>> 32) + 1]++;
            targets[i] = (int) sorted[i];
        }
        for (int v = 0; v < vertices; v++) {
            offsets[v + 1] += offsets[v];
        }
        return new Rows(offsets, targets);
    }

    /** The graph of these edges: where those of each vertex lead, ascending and distinct. */
    static Rows of(int[][] rows) {
        int[] offsets = new int[rows.length + 1];
        for (int v = 0; v < rows.length; v++) {
            offsets[v + 1] = offsets[v] + rows[v].length;
        }
        int[] targets = new int[offsets[rows.length]];
        for (int v = 0; v < rows.length; v++) {
            System.arraycopy(rows[v], 0, targets, offsets[v], rows[v].length);
        }
        return new Rows(offsets, targets);
    }

    /**
     * The graph with other edges from one vertex; this one if they are the same. Copies the rest.
     *
     * @param row where they lead, ascending and distinct
     */
    Rows with(int vertex, int[] row) {
        int start = offsets[vertex];
        int end = offsets[vertex + 1];
        if (Arrays.equals(targets, start, end, row, 0, row.length)) {
            return this;
        }
        int more = row.length - (end - start);
        int[] newTargets = new int[targets.length + more];
        System.arraycopy(targets, 0, newTargets, 0, start);
        System.arraycopy(row, 0, newTargets, start, row.length);
        System.arraycopy(targets, end, newTargets, start + row.length, targets.length - end);
        int[] newOffsets = offsets.clone();
        for (int v = vertex + 1; v < newOffsets.length; v++) {
            newOffsets[v] += more;
        }
        return new Rows(newOffsets, newTargets);
    }

    /**
     * The graph after vertices came or went and some have other edges. Linear in vertices and edges.
     *
     * @param oldOf the vertex that each was, ascending; -1 if it is new
     * @param rows where the edges of new and edited vertices lead, ascending and distinct
     * @throws IllegalStateException if an edge of any other vertex leads to one that is gone
     */
    Rows with(int[] oldOf, Map<Integer, int[]> rows) {
        int[] newOf = new int[vertices()];
        Arrays.fill(newOf, -1);
        int[] newOffsets = new int[oldOf.length + 1];
        for (int v = 0; v < oldOf.length; v++) {
            int old = oldOf[v];
            if (old >= 0) {
                newOf[old] = v;
            }
            int[] row = rows.get(v);
            newOffsets[v + 1] =
                    newOffsets[v] + (row != null ? row.length : old < 0 ? 0 : offsets[old + 1] - offsets[old]);
        }
        int[] newTargets = new int[newOffsets[oldOf.length]];
        for (int v = 0; v < oldOf.length; v++) {
            int at = newOffsets[v];
            int[] row = rows.get(v);
            if (row != null) {
                System.arraycopy(row, 0, newTargets, at, row.length);
            } else if (oldOf[v] >= 0) {
                for (int i = offsets[oldOf[v]]; i < offsets[oldOf[v] + 1]; i++) {
                    int target = newOf[targets[i]];
                    if (target < 0) {
                        throw new IllegalStateException("An edge to a vertex that is gone");
                    }
                    newTargets[at++] = target;
                }
            }
        }
        return new Rows(newOffsets, newTargets);
    }

    static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    int vertices() {
        return offsets.length - 1;
    }

    int edges() {
        return targets.length;
    }

    /** The same edges, each turned around. Linear. */
    Rows reversed() {
        int[] turned = new int[offsets.length];
        for (int target : targets) {
            turned[target + 1]++;
        }
        for (int v = 0; v < vertices(); v++) {
            turned[v + 1] += turned[v];
        }
        int[] next = turned.clone();
        int[] sources = new int[targets.length];
        for (int v = 0; v < vertices(); v++) {
            for (int i = offsets[v]; i < offsets[v + 1]; i++) {
                sources[next[targets[i]]++] = v;
            }
        }
        return new Rows(turned, sources);
    }
}
