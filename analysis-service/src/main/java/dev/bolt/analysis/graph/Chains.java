package dev.bolt.analysis.graph;

import dev.bolt.api.analysis.Dependency;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Finds chains of imports with a line for each step. */
final class Chains {
    private final String[] paths;
    private final Rows rows;
    private final Function<String, List<Dependency>> dependencies;

    Chains(String[] paths, Rows rows, Function<String, List<Dependency>> dependencies) {
        this.paths = paths;
        this.rows = rows;
        this.dependencies = dependencies;
    }

    /** As {@link ImportGraph#chain}. */
    List<Dependency> find(
            Predicate<String> from, Predicate<String> to, Predicate<String> closed, Predicate<Dependency> exempt) {
        int[] way;
        Rows rows = this.rows;
        while ((way = ChainSearch.find(rows, matching(from), matching(to), matching(closed))).length > 0) {
            var chain = new ArrayList<Dependency>();
            for (int i = 0; i + 1 < way.length; i++) {
                step(paths[way[i]], paths[way[i + 1]], exempt).ifPresent(chain::add);
            }
            if (chain.size() == way.length - 1) {
                return chain;
            }
            rows = without(rows, exempt);
        }
        return List.of();
    }

    private Optional<Dependency> step(String from, String to, Predicate<Dependency> exempt) {
        return dependencies.apply(from).stream()
                .filter(each -> to.equals(each.to()) && !exempt.test(each))
                .findFirst();
    }

    /** The edges that at least one import stands for which is not exempt. */
    private Rows without(Rows rows, Predicate<Dependency> exempt) {
        var edges = LongStream.builder();
        for (int v = 0; v < rows.vertices(); v++) {
            for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                if (step(paths[v], paths[rows.targets()[i]], exempt).isPresent()) {
                    edges.add(Rows.edge(v, rows.targets()[i]));
                }
            }
        }
        return Rows.of(rows.vertices(), edges.build().toArray());
    }

    private BitSet matching(Predicate<String> wanted) {
        var matching = new BitSet(paths.length);
        for (int v = 0; v < paths.length; v++) {
            matching.set(v, wanted.test(paths[v]));
        }
        return matching;
    }
}
