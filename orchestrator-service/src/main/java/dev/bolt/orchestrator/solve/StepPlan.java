package dev.bolt.orchestrator.solve;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param name its name
 * @param needs steps that must have ended before, however
 */
public record StepPlan(String name, List<String> needs) {
    public StepPlan {
        needs = List.copyOf(needs);
    }
}
