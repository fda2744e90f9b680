package dev.bolt.analysis.finding;

import dev.bolt.analysis.contract.Contracts;
import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.api.analysis.ContractOutcome;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the rules that no single file can answer. Stateless, safe for many threads. */
public final class WorkspaceRules {
    private final FindingProperties limits;

    /** All of them, save those the settings turn off. */
    public WorkspaceRules(FindingProperties limits) {
        this.limits = limits;
    }

    /** No rule at all. */
    public static WorkspaceRules none() {
        var families = Arrays.stream(KnownRule.values()).map(KnownRule::family).collect(Collectors.toSet());
        return new WorkspaceRules(new FindingProperties(1, 1, 0, 1, 1, 1, 10, families));
    }

    /** The findings by path. */
    public Map<String, List<Finding>> check(ImportGraph graph, Contracts contracts) {
        var findings = new HashMap<String, List<Finding>>();
        if (limits.enabled(KnownRule.IMPORT_CYCLE)) {
            CycleFindings.of(graph)
                    .forEach((path, found) -> into(findings, path).addAll(found));
        }
        if (limits.enabled(KnownRule.CONTRACT)) {
            for (ContractOutcome outcome : contracts.check(graph)) {
                outcome.breaches()
                        .forEach(
                                chain -> into(findings, chain.getFirst().from()).add(breach(outcome, chain)));
            }
        }
        return findings;
    }

    private static List<Finding> into(Map<String, List<Finding>> findings, String path) {
        return findings.computeIfAbsent(path, _ -> new ArrayList<>());
    }

    private static Finding breach(ContractOutcome outcome, List<Dependency> chain) {
        Dependency first = chain.getFirst();
        String way = chain.stream().map(Dependency::to).collect(Collectors.joining(" → ", first.from() + " → ", ""));
        return new Finding(
                KnownRule.CONTRACT.id(),
                KnownRule.CONTRACT.severity(),
                "The contract '%s' (%s) is broken: %s.".formatted(outcome.name(), outcome.type(), way),
                KnownRule.CONTRACT.advice(),
                new SourceSpan(first.from(), first.line(), first.line()),
                "");
    }
}
