package dev.bolt.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.ToIntFunction;

/** The paths of a graph's vertices, ascending: a vertex is its place among them. Immutable. */
final class PathTable {
    private final String[] paths;

    private PathTable(String[] paths) {
        this.paths = paths;
    }

    /** @param paths each once, in any order */
    static PathTable of(Collection<String> paths) {
        return new PathTable(paths.stream().sorted().toArray(String[]::new));
    }

    /** With some paths more and some fewer; linear. */
    PathTable with(SortedSet<String> come, Collection<String> gone) {
        var merged = new ArrayList<String>(paths.length + come.size());
        var more = come.iterator();
        String next = more.hasNext() ? more.next() : null;
        for (String path : paths) {
            while (next != null && next.compareTo(path) <= 0) {
                if (!next.equals(path)) {
                    merged.add(next);
                }
                next = more.hasNext() ? more.next() : null;
            }
            if (!gone.contains(path)) {
                merged.add(path);
            }
        }
        while (next != null) {
            merged.add(next);
            next = more.hasNext() ? more.next() : null;
        }
        return new PathTable(merged.toArray(String[]::new));
    }

    /** The vertex that each was in another table, ascending; -1 for those that it had not. Linear. */
    int[] in(PathTable before) {
        int[] old = new int[paths.length];
        int at = 0;
        for (int v = 0; v < paths.length; v++) {
            while (at < before.paths.length && before.paths[at].compareTo(paths[v]) < 0) {
                at++;
            }
            old[v] = at < before.paths.length && before.paths[at].equals(paths[v]) ? at : -1;
        }
        return old;
    }

    /** The vertices by path, for many questions. */
    ToIntFunction<String> ids() {
        var ids = new HashMap<String, Integer>(paths.length * 2);
        for (int v = 0; v < paths.length; v++) {
            ids.put(paths[v], v);
        }
        return path -> Objects.requireNonNull(ids.get(path), path);
    }

    /** The paths by vertex; not to be changed. */
    String[] all() {
        return paths;
    }

    int size() {
        return paths.length;
    }

    /** The vertex of a path; negative if it has none. */
    int find(String path) {
        return Arrays.binarySearch(paths, path);
    }

    /** @throws IllegalStateException if the path has no vertex */
    int id(String path) {
        int id = find(path);
        if (id < 0) {
            throw new IllegalStateException("Not in the graph: " + path);
        }
        return id;
    }
}
