package dev.bolt.analysis;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.DecodedSource;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A file's tree and model as lines: what {@code oracle.py} writes about the same file. */
public final class ModelText {
    private final StringBuilder out = new StringBuilder();
    private final TreeText tree;
    private final Map<String, Integer> expressions = new TreeMap<>();

    private ModelText(TreeText tree) {
        this.tree = tree;
    }

    /**
     * Statements, expressions, definitions and imports.
     *
     * @param placesInFields whether the places of what stands in f-strings are told
     */
    public static String of(byte[] source, boolean placesInFields) {
        Module module = PythonParser.parse(source);
        FileModel model = PythonModel.of("x.py", module);
        var text = new ModelText(new TreeText(DecodedSource.of(source), placesInFields));
        text.statements(module.body(), 0);
        text.expressions();
        text.model(model);
        return text.out.toString().stripTrailing();
    }

    private void statements(List<Statement> block, int depth) {
        for (Statement statement : block) {
            var lines = statement.lines();
            out.append("S %d %s %d-%d@%d-%d %s%n"
                    .formatted(
                            depth,
                            statement.getClass().getSimpleName(),
                            lines.first(),
                            lines.last(),
                            lines.start(),
                            lines.end(),
                            tree.statement(statement)));
            if (statement instanceof Statement.If branching) {
                branching.branches().stream()
                        .skip(1)
                        .forEach(branch -> out.append("T ")
                                .append(tree.statement(new Statement.If(lines, List.of(branch), List.of())))
                                .append('\n'));
            }
            Walk.expressions(statement, this::count);
            if (statement instanceof Statement.Match match) {
                match.cases().forEach(branch -> Walk.expressions(branch.pattern(), this::discount));
            }
            statement.blocks().forEach(inner -> statements(inner, depth + 1));
        }
    }

    private void count(Expression expression) {
        String kind = kind(expression);
        if (!kind.isEmpty()) {
            expressions.merge(kind, 1, Integer::sum);
        }
    }

    /** A class pattern is no call in CPython's tree. */
    private void discount(Expression expression) {
        if (expression instanceof Expression.Call) {
            expressions.merge("Call", -1, Integer::sum);
        }
    }

    private static String kind(Expression expression) {
        return switch (expression) {
            case Expression.Call _ -> "Call";
            case Expression.Attribute _ -> "Attribute";
            case Expression.Lambda _ -> "Lambda";
            case Expression.Conditional _ -> "IfExp";
            case Expression.Logic _ -> "BoolOp";
            case Expression.Await _ -> "Await";
            case Expression.Yield yielded -> yielded.from() ? "YieldFrom" : "Yield";
            case Expression.Named _ -> "NamedExpr";
            case Expression.Comparison _ -> "Compare";
            case Expression.Subscript _ -> "Subscript";
            case Expression.Comprehension comprehension ->
                switch (comprehension.bracket()) {
                    case '[' -> "ListComp";
                    case '(' -> "GeneratorExp";
                    default -> comprehension.elements().size() == 2 ? "DictComp" : "SetComp";
                };
            default -> "";
        };
    }

    private void expressions() {
        var counts = new StringJoiner(" ");
        expressions.forEach((kind, count) -> {
            if (count > 0) {
                counts.add(kind + "=" + count);
            }
        });
        out.append("E ").append(counts).append('\n');
    }

    private void model(FileModel model) {
        model.symbols()
                .forEach(symbol -> out.append("D %s %s %d-%d %d%n"
                        .formatted(
                                symbol.kind(),
                                symbol.qualifiedName(),
                                symbol.span().startLine(),
                                symbol.span().endLine(),
                                symbol.complexity())));
        model.imports()
                .forEach(each -> out.append("I %d '%s' '%s' %s %d %s%n"
                        .formatted(
                                each.level(),
                                each.module(),
                                each.name(),
                                each.bound(),
                                each.line(),
                                each.context().word())));
    }
}
