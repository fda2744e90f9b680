package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.api.analysis.Severity;

/** {@code call.eval}: {@code eval} or {@code exec} of something that is not a literal. */
final class EvalRule implements Rule {
    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (expression instanceof Expression.Call call
                && call.function() instanceof Expression.Name name
                && (name.id().equals("eval") || name.id().equals("exec"))
                && !call.arguments().isEmpty()
                && !(call.arguments().getFirst().value() instanceof Expression.Text)) {
            report.add(
                    "call.eval",
                    Severity.WARNING,
                    call.line(),
                    scope,
                    "%s runs whatever text it is given.".formatted(name.id()),
                    "Use ast.literal_eval for data, or a table of functions for choices.");
        }
    }
}
