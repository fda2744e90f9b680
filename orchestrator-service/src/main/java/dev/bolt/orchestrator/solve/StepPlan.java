package dev.bolt.orchestrator.solve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One step of a plan.
 *
 * @param name its name
 * @param needs steps that must have ended before, however
 * @param vital whether it runs even when the time has run out: it makes an answer of what there is
 */
public record StepPlan(String name, List<String> needs, boolean vital) {
    private static final int MOST = 8;

    public StepPlan {
        needs = List.copyOf(needs);
    }

    /** A step that is left out when the time has run out. */
    static StepPlan of(String name, List<String> needs) {
        return new StepPlan(name, needs, false);
    }

    /**
     * The same plan if it can be carried out.
     *
     * @throws IllegalArgumentException if it has more than {@value #MOST} steps, two of one name, or a step whose needs
     *     can never all have ended: one that is not there, or a circle
     */
    public static List<StepPlan> checked(List<StepPlan> plan) {
        if (plan.size() > MOST) {
            throw new IllegalArgumentException("A plan has at most %d steps, not %d".formatted(MOST, plan.size()));
        }
        Set<String> done = new HashSet<>();
        var left = new ArrayList<>(plan);
        while (!left.isEmpty()) {
            StepPlan next = left.stream()
                    .filter(step -> done.containsAll(step.needs()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("These steps wait for each other, or for none: "
                            + left.stream().map(StepPlan::name).toList()));
            left.remove(next);
            if (!done.add(next.name())) {
                throw new IllegalArgumentException("Two steps are named " + next.name());
            }
        }
        return List.copyOf(plan);
    }
}
