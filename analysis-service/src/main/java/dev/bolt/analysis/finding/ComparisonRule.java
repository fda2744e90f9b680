package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;

/** Comparisons that ask something else than they seem to: {@code == None}, {@code is "text"}, {@code type(a) == b}. */
final class ComparisonRule implements Rule {
    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (expression instanceof Expression.Comparison comparison) {
            for (int i = 0; i < comparison.operators().size(); i++) {
                var operands = comparison.operands();
                check(comparison.operators().get(i), operands.get(i), operands.get(i + 1), scope, report);
            }
        }
    }

    private static void check(String operator, Expression left, Expression right, Scope scope, Report report) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (equality && (none(left) || none(right))) {
            report.add(
                    KnownRule.COMPARISON_NONE, left.line(), scope, "None is compared with '%s'.".formatted(operator));
        }
        if (operator.startsWith("is") && (literal(left) || literal(right))) {
            report.add(
                    KnownRule.COMPARISON_IDENTITY,
                    left.line(),
                    scope,
                    "'%s' asks whether a literal is the same object.".formatted(operator));
        }
        if (equality && (type(left) || type(right))) {
            report.add(
                    KnownRule.COMPARISON_TYPE, left.line(), scope, "Types are compared with '%s'.".formatted(operator));
        }
    }

    private static boolean none(Expression operand) {
        return operand instanceof Expression.Literal literal && literal.text().equals("None");
    }

    private static boolean literal(Expression operand) {
        return operand instanceof Expression.Text
                || operand instanceof Expression.Literal literal
                        && Character.isDigit(literal.text().charAt(0));
    }

    private static boolean type(Expression operand) {
        return operand instanceof Expression.Call call
                && call.function() instanceof Expression.Name name
                && name.id().equals("type")
                && call.arguments().size() == 1;
    }
}
