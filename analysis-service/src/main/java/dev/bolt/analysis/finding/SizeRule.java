package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Definitions;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.api.analysis.Severity;

/** {@code function.too-long}, {@code function.too-many-parameters}, {@code class.too-large}. */
final class SizeRule implements Rule {
    private final FindingProperties limits;

    SizeRule(FindingProperties limits) {
        this.limits = limits;
    }

    static Scope of(Statement.FunctionDef def, Scope outer) {
        return new Scope(Definitions.qualify(outer.qualifiedName(), def.name()), def);
    }

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        switch (statement) {
            case Statement.FunctionDef def -> function(def, of(def, scope), report);
            case Statement.ClassDef def -> type(def, scope, report);
            default -> {}
        }
    }

    private void function(Statement.FunctionDef def, Scope scope, Report report) {
        int lines = def.lines().count();
        if (lines > limits.functionLines()) {
            report.add(
                    "function.too-long",
                    Severity.NOTE,
                    def.lines(),
                    scope,
                    "%s has %d lines; the limit is %d.".formatted(def.name(), lines, limits.functionLines()),
                    "Split it where its paragraphs begin.");
        }
        long parameters = def.parameters().stream()
                .filter(parameter ->
                        !parameter.name().equals("self") && !parameter.name().equals("cls"))
                .count();
        if (parameters > limits.parameters()) {
            report.add(
                    "function.too-many-parameters",
                    Severity.NOTE,
                    def.lines().first(),
                    scope,
                    "%s takes %d parameters; the limit is %d.".formatted(def.name(), parameters, limits.parameters()),
                    "Group those that travel together into one object.");
        }
    }

    private void type(Statement.ClassDef def, Scope scope, Report report) {
        int methods = Definitions.functions(def.body()).size();
        if (methods > limits.classMethods()) {
            report.add(
                    "class.too-large",
                    Severity.NOTE,
                    def.lines(),
                    new Scope(Definitions.qualify(scope.qualifiedName(), def.name()), null),
                    "%s has %d methods; the limit is %d.".formatted(def.name(), methods, limits.classMethods()),
                    "Find the methods that share fields and give them a class of their own.");
        }
    }
}
