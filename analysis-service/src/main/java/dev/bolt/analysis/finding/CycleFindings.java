package dev.bolt.analysis.finding;

import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.api.analysis.Cycle;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code import.cycle}: a circle of imports that run when a module is loaded, told at each import of a shortest one.
 */
final class CycleFindings {
    private CycleFindings() {}

    /** The findings by path. */
    static Map<String, List<Finding>> of(ImportGraph graph) {
        var findings = new HashMap<String, List<Finding>>();
        for (Cycle cycle : graph.cycles()) {
            if (cycle.runtime()) {
                for (int i = 0; i + 1 < cycle.example().size(); i++) {
                    String from = cycle.example().get(i);
                    Finding finding =
                            finding(graph, cycle, from, cycle.example().get(i + 1));
                    findings.computeIfAbsent(from, _ -> new ArrayList<>()).add(finding);
                }
            }
        }
        return findings;
    }

    private static Finding finding(ImportGraph graph, Cycle cycle, String from, String to) {
        int line = graph.dependencies(from).stream()
                .filter(dependency -> to.equals(dependency.to()))
                .filter(dependency -> dependency.context().equals("top")
                        || dependency.context().equals("try"))
                .mapToInt(Dependency::line)
                .findFirst()
                .orElse(1);
        return new Finding(
                KnownRule.IMPORT_CYCLE.id(),
                KnownRule.IMPORT_CYCLE.severity(),
                "Importing %s closes a circle of %d files: %s."
                        .formatted(to, cycle.example().size() - 1, String.join(" → ", cycle.example())),
                KnownRule.IMPORT_CYCLE.advice(),
                new SourceSpan(from, line, line),
                "");
    }
}
