package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.FileImports.Link;
import dev.bolt.api.analysis.Dependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who imports each file, and which names are taken from it. Filled, then only read. */
final class Importers {
    private final Map<String, List<Dependency>> incoming;
    private final Map<String, Set<String>> taken;

    private Importers(Map<String, List<Dependency>> incoming, Map<String, Set<String>> taken) {
        this.incoming = incoming;
        this.taken = taken;
    }

    static Importers of(Collection<FileImports> imports) {
        var links = new HashMap<String, List<Link>>();
        for (FileImports each : imports) {
            for (Link link : each.links()) {
                links.computeIfAbsent(link.file(), _ -> new ArrayList<>()).add(link);
            }
        }
        var importers = new Importers(new HashMap<>(), new HashMap<>());
        links.forEach(importers::set);
        return importers;
    }

    Importers copy() {
        return new Importers(new HashMap<>(incoming), new HashMap<>(taken));
    }

    /** @param links all that lead to the file */
    void set(String path, List<Link> links) {
        if (links.isEmpty()) {
            incoming.remove(path);
            taken.remove(path);
            return;
        }
        incoming.put(
                path,
                links.stream()
                        .map(Link::dependency)
                        .distinct()
                        .sorted(Comparator.comparing(Dependency::from).thenComparingInt(Dependency::line))
                        .toList());
        taken.put(path, links.stream().map(Link::name).collect(Collectors.toSet()));
    }

    /** Who imports the file, by path and line. */
    List<Dependency> of(String path) {
        return incoming.getOrDefault(path, List.of());
    }

    /** Whether this name is imported from this file, be it by {@code *}. */
    boolean take(String path, String name) {
        Set<String> names = taken.getOrDefault(path, Set.of());
        return names.contains(name) || names.contains("*");
    }
}
