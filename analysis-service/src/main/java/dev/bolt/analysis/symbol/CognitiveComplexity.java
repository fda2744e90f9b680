package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.List;

/**
 * Cognitive complexity after Campbell, "Cognitive Complexity" (SonarSource, 2018): one for each {@code if}, loop,
 * handler, conditional expression and {@code match}, plus one for each of these around it; one for each {@code elif}
 * and {@code else}, for each sequence of {@code and} or {@code or}, and once for a function that calls itself.
 * Functions inside count as one level of nesting.
 */
public final class CognitiveComplexity {
    private static final int COUNTED = Kinds.LOGIC | Kinds.CONDITIONAL;

    private int total;

    private CognitiveComplexity() {}

    /**
     * Of a function, with those inside it.
     *
     * @param least where it is surely less than this, another number that is less may be told for it
     */
    public static int of(Statement.FunctionDef function, int least) {
        var count = new CognitiveComplexity();
        if (function.lines().mayContain(COUNTED | Kinds.NEST)) {
            count.block(function.body(), 0);
        }
        return count.total + 1 < least || !calls(function.body(), function.name()) ? count.total : count.total + 1;
    }

    private static boolean calls(List<Statement> body, String name) {
        boolean[] found = {false};
        Walk.statements(
                body,
                statement -> Walk.expressions(
                        statement,
                        Kinds.CALL,
                        expression -> found[0] |= expression instanceof Expression.Call call
                                && call.function() instanceof Expression.Name called
                                && called.id().equals(name)));
        return found[0];
    }

    private void block(List<Statement> block, int depth) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (Walk.mayHave(statement, COUNTED)) {
                Walk.expressions(statement, expression -> expression(expression, depth));
            }
            if (Walk.isSimple(statement)) {
                continue;
            }
            switch (statement) {
                case Statement.If branching -> {
                    total += depth + branching.branches().size();
                    otherwise(branching.orElse(), depth);
                    branching.branches().forEach(branch -> block(branch.body(), depth + 1));
                }
                case Statement.For loop -> loop(loop.body(), loop.orElse(), depth);
                case Statement.While loop -> loop(loop.body(), loop.orElse(), depth);
                case Statement.Try guarded -> {
                    block(guarded.body(), depth);
                    guarded.handlers().forEach(handler -> {
                        total += 1 + depth;
                        block(handler.body(), depth + 1);
                    });
                    block(guarded.orElse(), depth);
                    block(guarded.finallyBody(), depth);
                }
                case Statement.Match match -> {
                    total += 1 + depth;
                    match.cases().forEach(branch -> block(branch.body(), depth + 1));
                }
                case Statement.FunctionDef inner -> block(inner.body(), depth + 1);
                default -> statement.blocks().forEach(inner -> block(inner, depth));
            }
        }
    }

    private void loop(List<Statement> body, List<Statement> orElse, int depth) {
        total += 1 + depth;
        block(body, depth + 1);
        otherwise(orElse, depth);
    }

    private void otherwise(List<Statement> orElse, int depth) {
        if (!orElse.isEmpty()) {
            total++;
            block(orElse, depth + 1);
        }
    }

    private void expression(Expression expression, int depth) {
        if (expression instanceof Expression.Logic) {
            total++;
        } else if (expression instanceof Expression.Conditional) {
            total += 1 + depth;
        }
    }
}
