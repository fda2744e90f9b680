package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.Maintainability;
import dev.bolt.analysis.syntax.Module;

/** {@code module.hard-to-maintain}: a file whose maintainability index is below the limit. */
final class MaintainabilityRule implements Rule {
    private final int least;

    MaintainabilityRule(int least) {
        this.least = least;
    }

    @Override
    public void module(Module module, FileModel model, Report report) {
        double index = model.maintainability();
        if (index != Maintainability.UNKNOWN && index < least) {
            report.add(
                    KnownRule.HARD_TO_MAINTAIN,
                    1,
                    Math.max(1, module.lines()),
                    Scope.MODULE,
                    "The maintainability index of the file is %.0f of 100; the limit is %d.".formatted(index, least));
        }
    }
}
