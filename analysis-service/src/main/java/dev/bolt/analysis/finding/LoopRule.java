package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a loop does on every round though once would do, and functions that see only its last round. */
final class LoopRule implements Rule {
    private static final Set<String> COMPILERS = Set.of("re.compile", "re.match", "re.search", "re.sub", "re.findall");

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        switch (statement) {
            case Statement.For loop -> {
                round(loop, loop.body(), scope, report);
                if (loop.lines().mayContain(Kinds.BINDER)) {
                    captured(loop, scope, report);
                }
            }
            case Statement.While loop -> round(loop, loop.body(), scope, report);
            default -> {}
        }
    }

    private static void round(Statement loop, List<Statement> body, Scope scope, Report report) {
        if (loop.lines().mayContain(Kinds.AUGMENT | report.names())) {
            round(body, scope, report);
        }
    }

    /** Loops inside report for themselves; definitions inside run when they are called. */
    private static void round(List<Statement> block, Scope scope, Report report) {
        for (Statement statement : block) {
            if (statement instanceof Statement.Augment augment
                    && augment.operator().equals("+=")
                    && (augment.value() instanceof Expression.Text text && !text.bytes()
                            || augment.value() instanceof Expression.Formatted)) {
                report.add(
                        KnownRule.STRING_IN_LOOP,
                        statement.lines().first(),
                        scope,
                        "A text grows by += on every round of a loop.");
            }
            Walk.expressions(statement, report.names(), expression -> compiles(expression, scope, report));
            boolean own = !(statement instanceof Statement.For)
                    && !(statement instanceof Statement.While)
                    && !(statement instanceof Statement.FunctionDef)
                    && !(statement instanceof Statement.ClassDef);
            if (own) {
                statement.blocks().forEach(inner -> round(inner, scope, report));
            }
        }
    }

    private static void compiles(Expression expression, Scope scope, Report report) {
        if (expression instanceof Expression.Call call
                && Calls.first(call) instanceof Expression.Text
                && COMPILERS.contains(Calls.name(call, report))) {
            report.add(
                    KnownRule.COMPILE_IN_LOOP,
                    call.line(),
                    scope,
                    "%s gets the same pattern on every round of a loop.".formatted(Calls.name(call, report)));
        }
    }

    private static void captured(Statement.For loop, Scope scope, Report report) {
        var variables = new HashSet<String>();
        Walk.expressions(loop.target(), expression -> {
            if (expression instanceof Expression.Name name) {
                variables.add(name.id());
            }
        });
        Walk.statements(loop.body(), statement -> {
            if (statement instanceof Statement.Evaluate evaluate && evaluate.value() instanceof Expression.Call call) {
                for (Expression.Argument argument : call.arguments()) {
                    keeps(call, argument.value(), variables, scope, report);
                }
            }
            if (statement instanceof Statement.Assign assign) {
                keeps(assign.value(), assign.value(), variables, scope, report);
            }
        });
    }

    /** A lambda that is stored: appended, added, connected, set. One given to a plain function is called at once. */
    private static void keeps(Expression outer, Expression value, Set<String> variables, Scope scope, Report report) {
        boolean stored = outer == value
                || outer instanceof Expression.Call call
                        && call.function() instanceof Expression.Attribute attribute
                        && Set.of("append", "add", "connect", "insert", "setdefault", "add_done_callback")
                                .contains(attribute.name());
        if (!stored || !(value instanceof Expression.Lambda lambda)) {
            return;
        }
        var own = new HashSet<String>();
        lambda.parameters().forEach(parameter -> own.add(parameter.name()));
        Walk.expressions(lambda.body(), expression -> {
            if (expression instanceof Expression.Name name && variables.contains(name.id()) && own.add(name.id())) {
                report.add(
                        KnownRule.CAPTURED,
                        lambda.line(),
                        scope,
                        "The lambda will see the last value of '%s', not the one of this round.".formatted(name.id()));
            }
        });
    }
}
