package dev.bolt.analysis.contract;

import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.api.analysis.ContractOutcome;
import dev.bolt.api.analysis.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Holds one contract against a graph: linear in files and imports for each pair of modules. */
final class ContractCheck {
    private final ImportGraph graph;
    private final Contract contract;
    private final Map<String, Predicate<String>> members = new HashMap<>();
    private final List<List<Dependency>> breaches = new ArrayList<>();

    ContractCheck(ImportGraph graph, Contract contract) {
        this.graph = graph;
        this.contract = contract;
    }

    ContractOutcome outcome() {
        switch (contract) {
            case Contract.Forbidden forbidden -> forbidden(forbidden);
            case Contract.Layered layered -> layered(layered.layers());
            case Contract.Independent independent -> independent(independent.modules(), _ -> false);
        }
        return new ContractOutcome(contract.name(), contract.type(), breaches.isEmpty(), breaches);
    }

    private void forbidden(Contract.Forbidden forbidden) {
        for (String source : forbidden.sources()) {
            for (String target : forbidden.forbidden()) {
                search(source, target, forbidden.direct() ? _ -> true : _ -> false);
            }
        }
    }

    private void layered(List<List<String>> layers) {
        Predicate<String> anyLayer =
                layers.stream().flatMap(List::stream).map(this::member).reduce(_ -> false, Predicate::or);
        for (int low = 0; low < layers.size(); low++) {
            for (String source : layers.get(low)) {
                for (int high = 0; high < low; high++) {
                    for (String target : layers.get(high)) {
                        search(source, target, anyLayer);
                    }
                }
            }
            independent(layers.get(low), anyLayer);
        }
    }

    private void independent(List<String> modules, Predicate<String> closed) {
        for (String source : modules) {
            for (String target : modules) {
                if (!source.equals(target)) {
                    search(source, target, closed);
                }
            }
        }
    }

    private void search(String source, String target, Predicate<String> closed) {
        Predicate<String> from = member(source);
        Predicate<String> to = member(target).and(from.negate());
        List<Dependency> chain = graph.chain(from, to, closed, exempt());
        if (!chain.isEmpty()) {
            breaches.add(chain);
        }
    }

    private Predicate<Dependency> exempt() {
        Predicate<Dependency> exempt = _ -> false;
        for (Contract.Exemption each : contract.exemptions()) {
            Predicate<String> importer = pattern(each.importer());
            Predicate<String> imported = pattern(each.imported());
            exempt = exempt.or(
                    import_ -> importer.test(import_.from()) && import_.to() != null && imported.test(import_.to()));
        }
        return exempt;
    }

    /** {@code *} is one part of a name, {@code **} any number, as in import-linter; else exactly this module. */
    private Predicate<String> pattern(String written) {
        String regex = written.replace(".", "\\.")
                .replace("**", "\u0000")
                .replace("*", "[^.]+")
                .replace("\u0000", ".+");
        return path -> path.equals(written) || graph.moduleName(path).matches(regex);
    }

    private Predicate<String> member(String module) {
        return members.computeIfAbsent(module, this::resolve);
    }

    private Predicate<String> resolve(String module) {
        Set<String> paths = new HashSet<>();
        for (String path : graph.paths()) {
            String name = graph.moduleName(path);
            if (path.equals(module)
                    || path.startsWith(module + "/")
                    || name.equals(module)
                    || name.startsWith(module + ".")) {
                paths.add(path);
            }
        }
        return paths::contains;
    }
}
