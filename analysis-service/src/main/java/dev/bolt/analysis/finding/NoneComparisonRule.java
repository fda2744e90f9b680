package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.api.analysis.Severity;
import java.util.List;

/** {@code comparison.none}: {@code == None}, which an {@code __eq__} may answer as it likes. */
final class NoneComparisonRule implements Rule {
    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (!(expression instanceof Expression.Comparison comparison)) {
            return;
        }
        List<Expression> operands = comparison.operands();
        for (int i = 0; i < comparison.operators().size(); i++) {
            String operator = comparison.operators().get(i);
            boolean equality = operator.equals("==") || operator.equals("!=");
            if (equality && (none(operands.get(i)) || none(operands.get(i + 1)))) {
                report.add(
                        "comparison.none",
                        Severity.NOTE,
                        operands.get(i).line(),
                        scope,
                        "None is compared with '%s'.".formatted(operator),
                        "Write '%s'.".formatted(operator.equals("==") ? "is None" : "is not None"));
            }
        }
    }

    private static boolean none(Expression operand) {
        return operand instanceof Expression.Literal literal && literal.text().equals("None");
    }
}
