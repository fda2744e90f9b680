package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.List;

/**
 * {@code resource.open-without-with}: {@code open(…).read()}, whose file nobody can close, and {@code f = open(…)} in a
 * function that neither closes {@code f} nor gives it to anyone else.
 */
final class OpenRule implements Rule {
    @Override
    public void expression(Expression expression, Scope scope, Report report) {
        if (expression instanceof Expression.Attribute attribute && opens(attribute.value())) {
            report(attribute.value().line(), scope, report);
        }
    }

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        if (statement instanceof Statement.Assign assign
                && opens(assign.value())
                && scope.function() != null
                && assign.targets().size() == 1
                && assign.targets().getFirst() instanceof Expression.Name name
                && !handedOn(name.id(), scope.function().body())) {
            report(statement.lines().first(), scope, report);
        }
    }

    private static boolean opens(Expression expression) {
        return expression instanceof Expression.Call call
                && call.function() instanceof Expression.Name name
                && name.id().equals("open");
    }

    /** Whether the name is closed, entered, returned, yielded, stored or passed on. */
    private static boolean handedOn(String name, List<Statement> body) {
        boolean[] handed = {false};
        Walk.statements(body, statement -> {
            switch (statement) {
                case Statement.With with -> with.items().forEach(item -> handed[0] |= is(item.context(), name));
                case Statement.Return returned -> handed[0] |= mentions(returned.value(), name);
                case Statement.Assign assign -> handed[0] |= mentions(assign.value(), name);
                default -> {}
            }
            Walk.expressions(statement, expression -> {
                switch (expression) {
                    case Expression.Attribute attribute ->
                        handed[0] |= is(attribute.value(), name)
                                && (attribute.name().equals("close")
                                        || attribute.name().equals("__exit__"));
                    case Expression.Call call ->
                        call.arguments().forEach(argument -> handed[0] |= is(argument.value(), name));
                    case Expression.Yield yielded -> handed[0] |= mentions(yielded.value(), name);
                    default -> {}
                }
            });
        });
        return handed[0];
    }

    private static boolean mentions(@org.jspecify.annotations.Nullable Expression root, String name) {
        if (root == null) {
            return false;
        }
        boolean[] found = {is(root, name)};
        if (root instanceof Expression.Sequence || root instanceof Expression.Dictionary) {
            Walk.expressions(root, expression -> found[0] |= is(expression, name));
        }
        return found[0];
    }

    private static boolean is(Expression expression, String name) {
        return expression instanceof Expression.Name other && other.id().equals(name);
    }

    private static void report(int line, Scope scope, Report report) {
        report.add(KnownRule.OPEN_WITHOUT_WITH, line, scope, "The file opened here is closed by nobody.");
    }
}
