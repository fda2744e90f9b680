package dev.bolt.orchestrator.solve;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param name its name
 * @param needs steps that must have ended before, however
 * @param vital whether it runs even when the time has run out: it makes an answer of what there is
 */
public record StepPlan(String name, List<String> needs, boolean vital) {
    public StepPlan {
        needs = List.copyOf(needs);
    }

    /** A step that is left out when the time has run out. */
    static StepPlan of(String name, List<String> needs) {
        return new StepPlan(name, needs, false);
    }
}
