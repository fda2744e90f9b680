package dev.bolt.analysis.graph;

import dev.bolt.api.analysis.Cycle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The circles of a graph, with an example each: one that runs, where there is one. */
final class Circles {
    private Circles() {}

    /**
     * Largest first, then by first path.
     *
     * @param paths of the vertices
     * @param runtime the edges that run when a module is loaded
     */
    static List<Cycle> of(String[] paths, Rows all, Rows runtime) {
        Set<Integer> running = new HashSet<>();
        for (int[] circle : Components.circles(runtime)) {
            Arrays.stream(circle).forEach(running::add);
        }
        var shortest = new ShortestCircle(all);
        var shortestRuntime = new ShortestCircle(runtime);
        var found = new ArrayList<Cycle>();
        for (int[] component : Components.circles(all)) {
            boolean runs = Arrays.stream(component).anyMatch(running::contains);
            List<Integer> example = runs
                    ? shortestRuntime.in(
                            Arrays.stream(component).filter(running::contains).toArray())
                    : shortest.in(component);
            found.add(new Cycle(
                    Arrays.stream(component).mapToObj(v -> paths[v]).toList(),
                    example.stream().map(v -> paths[v]).toList(),
                    runs));
        }
        found.sort(Comparator.comparingInt((Cycle cycle) -> -cycle.paths().size())
                .thenComparing(cycle -> cycle.paths().getFirst()));
        return List.copyOf(found);
    }
}
