package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import java.util.Set;

/** {@code function.mutable-default}: a default that every call shares and may change. */
final class MutableDefaultRule implements Rule {
    private static final Set<String> MAKERS = Set.of("list", "dict", "set", "bytearray");

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        if (statement instanceof Statement.FunctionDef def) {
            for (Expression.Parameter parameter : def.parameters()) {
                if (parameter.initial() != null && mutable(parameter.initial())) {
                    report.add(
                            KnownRule.MUTABLE_DEFAULT,
                            parameter.line(),
                            Scope.of(def, scope),
                            "The default of '%s' in %s is one object that all calls share."
                                    .formatted(parameter.name(), def.name()));
                }
            }
        }
    }

    private static boolean mutable(Expression initial) {
        return switch (initial) {
            case Expression.Sequence sequence -> sequence.bracket() != '(';
            case Expression.Dictionary _ -> true;
            case Expression.Comprehension comprehension -> comprehension.bracket() != '(';
            case Expression.Call call -> call.function() instanceof Expression.Name name && MAKERS.contains(name.id());
            default -> false;
        };
    }
}
