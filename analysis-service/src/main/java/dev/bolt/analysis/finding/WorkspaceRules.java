package dev.bolt.analysis.finding;

import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.api.analysis.Finding;
import java.util.Arrays;
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
        return new WorkspaceRules(new FindingProperties(1, 1, 0, 1, 1, 1, families));
    }

    /** The findings by path. */
    public Map<String, List<Finding>> check(ImportGraph graph) {
        return limits.enabled(KnownRule.IMPORT_CYCLE) ? CycleFindings.of(graph) : Map.of();
    }
}
