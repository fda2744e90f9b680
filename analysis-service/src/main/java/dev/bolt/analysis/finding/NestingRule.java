package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.CognitiveComplexity;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.List;

/** Functions that are hard to follow because of what lies inside what. */
final class NestingRule implements Rule {
    private final int deepest;
    private final int threshold;

    NestingRule(FindingProperties limits) {
        deepest = limits.nesting();
        threshold = limits.cognitiveThreshold();
    }

    @Override
    public void statement(Statement statement, Scope scope, Report report) {
        if (statement instanceof Statement.FunctionDef def) {
            int[] deepestLine = {0, 0};
            if (def.lines().mayContain(Kinds.NEST)) {
                measure(def.body(), 0, deepestLine);
            }
            if (deepestLine[0] > deepest) {
                report.add(
                        KnownRule.NESTING,
                        deepestLine[1],
                        Scope.of(def, scope),
                        "%s nests %d blocks; the limit is %d.".formatted(def.name(), deepestLine[0], deepest));
            }
            int cognitive = CognitiveComplexity.of(def, threshold + 1);
            if (cognitive > threshold) {
                report.add(
                        KnownRule.COGNITIVE,
                        def.lines(),
                        Scope.of(def, scope),
                        "%s has a cognitive complexity of %d; the limit is %d."
                                .formatted(def.name(), cognitive, threshold));
            }
        }
    }

    private static void measure(List<Statement> block, int depth, int[] deepestLine) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (depth > deepestLine[0]) {
                deepestLine[0] = depth;
                deepestLine[1] = statement.lines().first();
            }
            if (!(statement instanceof Statement.FunctionDef) && !(statement instanceof Statement.ClassDef)) {
                List<List<Statement>> inner = Walk.blocks(statement);
                for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                    measure(inner.get(j), depth + 1, deepestLine);
                }
            }
        }
    }
}
