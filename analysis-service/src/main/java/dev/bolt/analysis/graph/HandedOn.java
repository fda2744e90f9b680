package dev.bolt.analysis.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Follows a name through files that import it only to hand it on, by its name or with {@code *}. */
final class HandedOn {
    /** Nobody hands a name on through more files. */
    private static final int MOST_FILES = 64;

    private HandedOn() {}

    /** Whether the name that is taken from this file comes from one of those. */
    static boolean leads(Function<String, FileImports> graph, String path, String name, Set<String> definers) {
        Deque<String> open = new ArrayDeque<>(Set.of(path));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty() && seen.size() <= MOST_FILES) {
            String at = open.remove();
            if (definers.contains(at)) {
                return true;
            }
            FileImports imports = graph.apply(at);
            String origin = imports.origins().get(name);
            if (origin != null && seen.add(origin)) {
                open.add(origin);
            } else if (origin == null) {
                imports.links().stream()
                        .filter(link -> link.name().equals("*"))
                        .map(FileImports.Link::file)
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return false;
    }
}
