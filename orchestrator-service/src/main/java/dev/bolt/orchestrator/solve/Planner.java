package dev.bolt.orchestrator.solve;

import java.util.ArrayList;
import java.util.List;

/** Turns what a question names and wants into at most eight steps, in an order in which their needs come first. */
public final class Planner {
    private Planner() {}

    /** The plan: finders side by side, then the ranking, then what explains it. */
    public static List<StepPlan> plan(Understanding asked) {
        var steps = new ArrayList<StepPlan>();
        steps.add(StepPlan.of("similar", List.of()));
        boolean places = !asked.paths().isEmpty() || !asked.frames().isEmpty();
        if (!asked.quoted().isEmpty() || !asked.identifiers().isEmpty() || places) {
            steps.add(StepPlan.of("literals", List.of()));
        }
        if (!asked.identifiers().isEmpty()) {
            steps.add(StepPlan.of("symbols", List.of()));
        }
        steps.add(new StepPlan("rank", steps.stream().map(StepPlan::name).toList(), true));
        steps.add(StepPlan.of("findings", List.of("rank")));
        steps.add(StepPlan.of("dependencies", List.of("rank")));
        steps.add(StepPlan.of("impact", List.of("rank")));
        steps.add(StepPlan.of("history", List.of("rank")));
        return steps;
    }
}
