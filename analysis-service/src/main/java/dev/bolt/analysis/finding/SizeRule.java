package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Definitions;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;

/** {@code function.too-long}, {@code function.too-many-parameters}, {@code class.too-large}. */
final class SizeRule implements Rule {
    private final FindingProperties limits;

    SizeRule(FindingProperties limits) {
        this.limits = limits;
    }

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        switch (statement) {
            case Statement.FunctionDef def -> function(def, scope, report);
            case Statement.ClassDef def -> type(def, scope, report);
            default -> {}
        }
    }

    private void function(Statement.FunctionDef def, Scope scope, Report report) {
        int lines = def.lines().count();
        if (lines > limits.functionLines()) {
            report.add(
                    KnownRule.TOO_LONG,
                    def.lines(),
                    Scope.of(def, scope),
                    "%s has %d lines; the limit is %d.".formatted(def.name(), lines, limits.functionLines()));
        }
        int parameters = 0;
        for (Expression.Parameter parameter : def.parameters()) {
            parameters += parameter.name().equals("self") || parameter.name().equals("cls") ? 0 : 1;
        }
        if (parameters > limits.parameters()) {
            report.add(
                    KnownRule.TOO_MANY_PARAMETERS,
                    def.lines().first(),
                    Scope.of(def, scope),
                    "%s takes %d parameters; the limit is %d.".formatted(def.name(), parameters, limits.parameters()));
        }
    }

    private void type(Statement.ClassDef def, Scope scope, Report report) {
        int methods = Definitions.functions(def.body()).size();
        if (methods > limits.classMethods()) {
            report.add(
                    KnownRule.TOO_LARGE,
                    def.lines(),
                    new Scope(scope, def.name(), null),
                    "%s has %d methods; the limit is %d.".formatted(def.name(), methods, limits.classMethods()));
        }
    }
}
