package dev.bolt.analysis.finding;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.List;

/** Where control does not go, or goes where nobody expects it. */
final class FlowRule implements Rule {
    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        List<List<Statement>> blocks = statement.blocks();
        for (int i = 0, size = blocks.size(); i < size; i++) {
            dead(blocks.get(i), scope, report);
        }
        switch (statement) {
            case Statement.FunctionDef def -> returns(def, scope, report);
            case Statement.Try guarded -> leaves(guarded.finallyBody(), false, scope, report);
            case Statement.Assert asserted
            when asserted.test() instanceof Expression.Sequence tuple
                    && tuple.bracket() == '('
                    && !tuple.elements().isEmpty() ->
                report.add(
                        KnownRule.ASSERT_TUPLE,
                        asserted.lines().first(),
                        scope,
                        "A tuple is asserted, and it is always true.");
            default -> {}
        }
    }

    /** A block of the module itself is looked at by nobody else. */
    static void dead(List<Statement> block, Scope scope, Report report) {
        for (int i = 0, size = block.size(); i + 1 < size; i++) {
            if (jumps(block.get(i))) {
                Statement next = block.get(i + 1);
                if (!marksGenerator(next)) {
                    report.add(
                            KnownRule.UNREACHABLE,
                            next.lines().first(),
                            scope,
                            "Line %d always leaves the block before this one is reached."
                                    .formatted(block.get(i).lines().first()));
                }
                return;
            }
        }
    }

    /** {@code yield} behind a {@code return} makes an empty generator: a known idiom. */
    private static boolean marksGenerator(Statement statement) {
        return statement instanceof Statement.Evaluate evaluate && evaluate.value() instanceof Expression.Yield;
    }

    private static boolean jumps(Statement statement) {
        return statement instanceof Statement.Return
                || statement instanceof Statement.Raise
                || statement instanceof Statement.Jump jump && !jump.keyword().equals("pass");
    }

    private static void leaves(List<Statement> block, boolean inLoop, Scope scope, Report report) {
        for (Statement statement : block) {
            boolean leaves = statement instanceof Statement.Return
                    || !inLoop
                            && statement instanceof Statement.Jump jump
                            && !jump.keyword().equals("pass");
            if (leaves) {
                report.add(
                        KnownRule.FINALLY_JUMP,
                        statement.lines().first(),
                        scope,
                        "The finally block is left here, whatever exception was raised.");
            }
            switch (statement) {
                case Statement.FunctionDef _, Statement.ClassDef _ -> {}
                case Statement.For _, Statement.While _ ->
                    statement.blocks().forEach(inner -> leaves(inner, true, scope, report));
                default -> statement.blocks().forEach(inner -> leaves(inner, inLoop, scope, report));
            }
        }
    }

    private static void returns(Statement.FunctionDef def, Scope scope, Report report) {
        if (!def.lines().mayContain(Kinds.RETURN_VALUE) || !def.lines().mayContain(Kinds.RETURN_NOTHING)) {
            return;
        }
        int[] lines = {0, 0};
        gather(def.body(), lines);
        if (lines[0] > 0 && lines[1] > 0) {
            report.add(
                    KnownRule.INCONSISTENT_RETURN,
                    lines[1],
                    Scope.of(def, scope),
                    "%s returns nothing here and a value in line %d.".formatted(def.name(), lines[0]));
        }
    }

    /** The last line that returns a value and the last that returns none; 0 where there is none. */
    private static void gather(List<Statement> block, int[] lines) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (statement instanceof Statement.Return returned) {
                lines[returned.value() == null ? 1 : 0] = returned.lines().first();
            } else if (!(statement instanceof Statement.FunctionDef) && !(statement instanceof Statement.ClassDef)) {
                List<List<Statement>> inner = Walk.blocks(statement);
                for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                    gather(inner.get(j), lines);
                }
            }
        }
    }
}
