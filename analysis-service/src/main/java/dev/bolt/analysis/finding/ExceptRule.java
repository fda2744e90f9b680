package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Handler;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.List;

/** Handlers that catch too much, too late, or without a trace. */
final class ExceptRule implements Rule {
    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        if (statement instanceof Statement.Try guarded) {
            guarded.handlers().forEach(handler -> check(handler, scope, report));
            ordered(guarded.handlers(), scope, report);
        }
    }

    /** Only the broadest names are known to be broader. */
    private static void ordered(List<Handler> handlers, Scope scope, Report report) {
        Handler above = null;
        for (Handler handler : handlers) {
            String name = handler.type() == null ? "" : Walk.dotted(handler.type());
            if (above != null
                    && name != null
                    && !name.equals("BaseException")
                    && !name.isEmpty()
                    && !name.contains("Group")) {
                report.add(
                        KnownRule.UNREACHABLE_HANDLER,
                        handler.lines().first(),
                        scope,
                        "The handler of line %d catches %s first."
                                .formatted(above.lines().first(), name));
            }
            if (name != null && (name.equals("Exception") || name.equals("BaseException"))) {
                above = handler;
            }
        }
    }

    /** A new exception whose handler has a name for the old one, and which is not raised from anything. */
    private static void causes(Handler handler, List<Statement> block, Scope scope, Report report) {
        for (Statement statement : block) {
            if (statement instanceof Statement.Raise raise
                    && raise.cause() == null
                    && raise.exception() instanceof Expression.Call call
                    && call.function() instanceof Expression.Name) {
                report.add(
                        KnownRule.LOST_CAUSE,
                        raise.lines().first(),
                        scope,
                        "The exception raised here does not say that it comes from the one of line %d."
                                .formatted(handler.lines().first()));
            }
            boolean own = !(statement instanceof Statement.FunctionDef)
                    && !(statement instanceof Statement.ClassDef)
                    && !(statement instanceof Statement.Try);
            if (own) {
                statement.blocks().forEach(inner -> causes(handler, inner, scope, report));
            }
        }
    }

    private static void check(Handler handler, Scope scope, Report report) {
        int line = handler.lines().first();
        causes(handler, handler.body(), scope, report);
        if (handler.type() == null && !raises(handler.body())) {
            report.add(
                    KnownRule.BARE_EXCEPT, line, scope, "A bare except also catches KeyboardInterrupt and SystemExit.");
        }
        if (empty(handler.body()) && broad(handler)) {
            report.add(KnownRule.SWALLOWED, line, scope, "Any error is caught here and dropped without a trace.");
        }
    }

    private static boolean broad(Handler handler) {
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
