package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.api.analysis.Severity;
import java.util.List;

/** {@code except.bare} and {@code except.swallowed}: errors that nobody will ever see. */
final class ExceptRule implements Rule {
    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        if (statement instanceof Statement.Try guarded) {
            guarded.handlers().forEach(handler -> check(handler, scope, report));
        }
    }

    private static void check(Statement.Handler handler, Scope scope, Report report) {
        int line = handler.lines().first();
        if (handler.type() == null && !raises(handler.body())) {
            report.add(
                    "except.bare",
                    Severity.WARNING,
                    line,
                    scope,
                    "A bare except also catches KeyboardInterrupt and SystemExit.",
                    "Name the exceptions that are expected, or Exception.");
        }
        if (empty(handler.body()) && broad(handler)) {
            report.add(
                    "except.swallowed",
                    Severity.WARNING,
                    line,
                    scope,
                    "Any error is caught here and dropped without a trace.",
                    "Catch the expected exception only, log it, or let it pass.");
        }
    }

    private static boolean broad(Statement.Handler handler) {
        Expression type = handler.type();
        String name = type == null ? "" : Walk.dotted(type);
        return name != null && (name.isEmpty() || name.equals("Exception") || name.equals("BaseException"));
    }

    private static boolean raises(List<Statement> body) {
        boolean[] raises = {false};
        Walk.statements(body, statement -> raises[0] |= statement instanceof Statement.Raise);
        return raises[0];
    }

    private static boolean empty(List<Statement> body) {
        return body.stream().allMatch(statement -> switch (statement) {
            case Statement.Jump jump -> jump.keyword().equals("pass");
            case Statement.Evaluate evaluate ->
                evaluate.value() instanceof Expression.Literal || evaluate.value() instanceof Expression.Text;
            default -> false;
        });
    }
}
