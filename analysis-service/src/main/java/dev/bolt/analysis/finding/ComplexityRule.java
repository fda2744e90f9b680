package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Statement;

/** {@code complexity.cyclomatic}: a function branches more than the limit (McCabe proposed 10). */
final class ComplexityRule implements Rule {
    private final int threshold;

    ComplexityRule(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        if (statement instanceof Statement.FunctionDef def) {
            int complexity = report.complexity().once(def);
            if (complexity > threshold) {
                report.add(
                        KnownRule.CYCLOMATIC,
                        def.lines(),
                        Scope.of(def, scope),
                        "%s has a cyclomatic complexity of %d; the limit is %d."
                                .formatted(def.name(), complexity, threshold));
            }
        }
    }
}
