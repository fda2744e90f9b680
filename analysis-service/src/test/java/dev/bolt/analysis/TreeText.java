package dev.bolt.analysis;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a statement as one line, each with its kind, names and operators, and the first line of those that
 * keep it: what {@code tree.py} writes about CPython's tree. Left out: what literals say, patterns, and which part of a
 * slice is missing.
 */
final class TreeText {
    private int formatted;

    private TreeText() {}

    static String of(Statement statement) {
        return new TreeText().statement(statement);
    }

    private String statement(Statement statement) {
        return switch (statement) {
            case Statement.FunctionDef def ->
                "%s %s%s%s(%s) -> %s"
                        .formatted(
                                def.async() ? "async" : "plain",
                                def.name(),
                                all(def.decorators()),
                                all(def.typeParameters()),
                                parameters(def.parameters()),
                                one(def.returns()));
            case Statement.ClassDef def ->
                def.name() + all(def.decorators()) + all(def.typeParameters()) + arguments(def.arguments());
            case Statement.Import imported -> aliases(imported.names());
            case Statement.ImportFrom from -> ".".repeat(from.level()) + from.module() + " " + aliases(from.names());
            case Statement.If branching -> one(branching.branches().getFirst().test());
            case Statement.For loop -> loop.async() + one(loop.target()) + one(loop.iterable());
            case Statement.While loop -> one(loop.test());
            case Statement.Try guarded ->
                guarded.handlers().stream()
                        .map(handler -> one(handler.type()) + " as " + handler.name())
                        .collect(Collectors.joining(";"));
            case Statement.With with ->
                with.async()
                        + with.items().stream()
                                .map(item -> one(item.context()) + " as " + one(item.target()))
                                .collect(Collectors.joining(";"));
            case Statement.Match match ->
                one(match.subject())
                        + match.cases().stream()
                                .map(branch -> one(branch.guard()))
                                .collect(Collectors.joining(";"));
            case Statement.Assign assign -> all(assign.targets()) + one(assign.value());
            case Statement.Augment augment -> one(augment.target()) + augment.operator() + one(augment.value());
            case Statement.Annotated annotated ->
                one(annotated.target()) + one(annotated.annotation()) + one(annotated.value());
            case Statement.TypeAlias alias -> alias.name() + all(alias.typeParameters()) + one(alias.value());
            case Statement.Return returned -> one(returned.value());
            case Statement.Raise raise -> one(raise.exception()) + one(raise.cause());
            case Statement.Delete delete -> all(delete.targets());
            case Statement.Assert asserted -> one(asserted.test()) + one(asserted.message());
            case Statement.Declare declare -> declare.keyword() + declare.names();
            case Statement.Jump jump -> jump.keyword();
            case Statement.Evaluate evaluate -> one(evaluate.value());
            case Statement.Broken _ -> "broken";
        };
    }

    private static String aliases(List<Statement.Alias> names) {
        return names.stream()
                .map(alias -> alias.name() + " as " + alias.asName())
                .collect(Collectors.joining(","));
    }

    private String all(List<? extends Expression> expressions) {
        return expressions.stream().map(this::one).collect(Collectors.joining(" ", "[", "]"));
    }

    private String arguments(List<Expression.Argument> arguments) {
        return arguments.stream()
                        .filter(argument -> argument.keyword().isEmpty()
                                || argument.keyword().equals("*"))
                        .map(argument -> (argument.keyword().isEmpty() ? "" : "Starred ") + one(argument.value()))
                        .collect(Collectors.joining(" ", "(", ""))
                + arguments.stream()
                        .filter(argument -> !argument.keyword().isEmpty()
                                && !argument.keyword().equals("*"))
                        .map(argument -> argument.keyword() + "=" + one(argument.value()))
                        .collect(Collectors.joining(" ", ";", ")"));
    }

    private String parameters(List<Expression.Parameter> parameters) {
        return parameters.stream()
                .map(each -> each.star() + each.name() + ":" + one(each.annotation()) + "=" + one(each.initial()))
                .collect(Collectors.joining(","));
    }

    private String at(Expression expression) {
        return formatted > 0 ? "" : "@" + expression.line();
    }

    private String one(@Nullable Expression expression) {
        return switch (expression) {
            case null -> "-";
            case Expression.Name name -> name.id() + at(name);
            case Expression.Capture capture -> capture.id();
            case Expression.Literal literal ->
                (Character.isLetter(literal.text().charAt(0)) || literal.text().equals("...")
                                ? literal.text()
                                : "number")
                        + at(literal);
            case Expression.Text text -> (text.bytes() ? "bytes" : "text") + at(text);
            case Expression.Formatted text -> {
                String where = at(text);
                formatted++;
                String fields = all(text.fields());
                formatted--;
                yield "format" + where + fields;
            }
            case Expression.Attribute attribute -> "(" + one(attribute.value()) + ")." + attribute.name();
            case Expression.Call call -> "call " + one(call.function()) + arguments(call.arguments());
            case Expression.Subscript subscript -> "(" + one(subscript.value()) + ")[" + one(subscript.index()) + "]";
            case Expression.Slice slice -> "slice" + all(slice.parts());
            case Expression.Operation operation -> operation(operation);
            case Expression.Comparison comparison -> comparison.operators() + all(comparison.operands());
            case Expression.Logic logic -> logic.operator() + all(logic.operands());
            case Expression.Unary unary ->
                String.join("(", unary.operators()) + "(" + one(unary.operand())
                        + ")".repeat(unary.operators().size());
            case Expression.Conditional conditional ->
                "if" + all(List.of(conditional.body(), conditional.test(), conditional.orElse()));
            case Expression.Lambda lambda ->
                "lambda" + at(lambda) + "(" + parameters(lambda.parameters()) + ")" + one(lambda.body());
            case Expression.Named named -> "(" + one(named.target()) + ":=" + one(named.value()) + ")";
            case Expression.Await await -> "await" + at(await) + one(await.value());
            case Expression.Yield yielded ->
                "yield" + (yielded.from() ? "from" : "") + at(yielded) + one(yielded.value());
            case Expression.Starred starred -> "Starred " + one(starred.value());
            case Expression.Sequence sequence -> sequence.bracket() + at(sequence) + all(sequence.elements());
            case Expression.Dictionary dictionary -> "dict" + at(dictionary) + all(dictionary.items());
            case Expression.Comprehension comprehension -> comprehension(comprehension);
        };
    }

    /** One node for each operator: powers from the right, all others from the left. */
    private String operation(Expression.Operation operation) {
        List<Expression> operands = operation.operands();
        int last = operands.size() - 1;
        if (operation.operators().getFirst().equals("**")) {
            String text = one(operands.get(last));
            for (int i = last - 1; i >= 0; i--) {
                text = "**(" + one(operands.get(i)) + " " + text + ")";
            }
            return text;
        }
        String text = one(operands.getFirst());
        for (int i = 1; i <= last; i++) {
            text = operation.operators().get(i - 1) + "(" + text + " " + one(operands.get(i)) + ")";
        }
        return text;
    }

    private String comprehension(Expression.Comprehension comprehension) {
        return "all" + comprehension.bracket() + all(comprehension.elements())
                + comprehension.clauses().stream()
                        .map(clause -> one(clause.target()) + one(clause.iterable()) + all(clause.conditions()))
                        .collect(Collectors.joining(";"));
    }
}
