package dev.bolt.cli.render;

import dev.bolt.api.solve.Step;
import dev.bolt.cli.console.Palette;
import dev.bolt.cli.console.Quantity;

/** One step of the trail as one line. */
public final class StepLine {
    private StepLine() {}

    /** Mark, name, tool, agent, waiting and running time, and what it found. */
    public static String of(Step step, Palette colors) {
        var mark = switch (step.outcome()) {
            case OK -> colors.green("✓");
            case TIMEOUT -> colors.yellow("⏱");
            case FAILED -> colors.red("✗");
            case SKIPPED -> colors.dim("–");
        };
        var agent = step.agent();
        var times =
                "wait %s, run %s".formatted(Quantity.duration(step.waitMillis()), Quantity.duration(step.runMillis()));
        return "%s %-14s %-18s %-9s %-26s %s"
                .formatted(
                        mark,
                        step.name(),
                        step.tool(),
                        agent == null ? "-" : agent,
                        times,
                        colors.dim(Printable.text(step.detail())))
                .stripTrailing();
    }
}
