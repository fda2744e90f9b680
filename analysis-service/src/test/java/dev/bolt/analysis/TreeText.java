package dev.bolt.analysis;

import dev.bolt.analysis.syntax.Alias;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a statement as one line, each with its kind, names, operators and place: what {@code tree.py}
 * writes about CPython's tree. What a literal says follows from where it lies. Left out: the places of keywords, of
 * starred arguments and type parameters, and which part of a slice is missing.
 */
final class TreeText {
    private final byte[] source;
    private final boolean placesInFields;
    private int formatted;

    TreeText(byte[] source, boolean placesInFields) {
        this.source = source;
        this.placesInFields = placesInFields;
    }

    String statement(Statement statement) {
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
                                .map(branch -> pattern(branch.pattern()) + " if " + one(branch.guard()))
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

    private String aliases(List<Alias> names) {
        return names.stream()
                .map(alias -> alias.name() + " as " + alias.asName() + at(alias.start(), alias.end()))
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
                .map(each -> each.star() + each.name() + at(each.start(), each.end()) + ":" + one(each.annotation())
                        + "=" + one(each.initial()))
                .collect(Collectors.joining(","));
    }

    private String at(Expression expression) {
        return at(expression.start(), expression.end());
    }

    private String at(int start, int end) {
        return formatted > 0 && !placesInFields ? "" : "@" + start + "-" + end;
    }

    private String one(@Nullable Expression expression) {
        return switch (expression) {
            case null -> "-";
            case Expression.Name name -> name.id() + at(name);
            case Expression.Capture capture -> capture.id() + at(capture);
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
            case Expression.Attribute attribute ->
                "(" + one(attribute.value()) + ")." + attribute.name() + at(attribute);
            case Expression.Call call -> "call" + at(call) + " " + one(call.function()) + arguments(call.arguments());
            case Expression.Subscript subscript ->
                "(" + one(subscript.value()) + ")[" + one(subscript.index()) + "]" + at(subscript);
            case Expression.Slice slice -> "slice" + at(slice) + all(slice.parts());
            case Expression.Operation operation -> operation(operation);
            case Expression.Comparison comparison ->
                comparison.operators() + at(comparison) + all(comparison.operands());
            case Expression.Logic logic -> logic.operator() + at(logic) + all(logic.operands());
            case Expression.Unary unary -> unary(unary);
            case Expression.Conditional conditional ->
                "if" + at(conditional) + all(List.of(conditional.body(), conditional.test(), conditional.orElse()));
            case Expression.Lambda lambda ->
                "lambda" + at(lambda) + "(" + parameters(lambda.parameters()) + ")" + one(lambda.body());
            case Expression.Named named -> "(" + one(named.target()) + ":=" + one(named.value()) + ")" + at(named);
            case Expression.Await await -> "await" + at(await) + one(await.value());
            case Expression.Yield yielded ->
                "yield" + (yielded.from() ? "from" : "") + at(yielded) + one(yielded.value());
            case Expression.Starred starred -> "Starred" + at(starred) + " " + one(starred.value());
            case Expression.Sequence sequence -> sequence.bracket() + at(sequence) + all(sequence.elements());
            case Expression.Dictionary dictionary -> "dict" + at(dictionary) + items(dictionary);
            case Expression.Comprehension comprehension -> comprehension(comprehension);
        };
    }

    /** An unpacked dictionary is no node of CPython's. */
    private String items(Expression.Dictionary dictionary) {
        return dictionary.items().stream()
                .map(item -> item instanceof Expression.Starred starred ? "Starred " + one(starred.value()) : one(item))
                .collect(Collectors.joining(" ", "[", "]"));
    }

    /** One node for each operator, each from where it is written. */
    private String unary(Expression.Unary unary) {
        var text = new StringBuilder();
        int start = unary.start();
        for (String operator : unary.operators()) {
            text.append(operator).append(at(start, unary.end())).append('(');
            start = skip(start + operator.length(), 1);
        }
        return text + one(unary.operand()) + ")".repeat(unary.operators().size());
    }

    /** One node for each operator: powers from the right, all others from the left. */
    private String operation(Expression.Operation operation) {
        List<Expression> operands = operation.operands();
        int last = operands.size() - 1;
        if (operation.operators().getFirst().equals("**")) {
            String text = one(operands.get(last));
            for (int i = last - 1; i >= 0; i--) {
                int start = i == 0 ? operation.start() : opened(operands.get(i).start());
                text = "**" + at(start, operation.end()) + "(" + one(operands.get(i)) + " " + text + ")";
            }
            return text;
        }
        String text = one(operands.getFirst());
        for (int i = 1; i <= last; i++) {
            int end = i == last ? operation.end() : closed(operands.get(i).end());
            text = operation.operators().get(i - 1) + at(operation.start(), end) + "(" + text + " "
                    + one(operands.get(i)) + ")";
        }
        return text;
    }

    /** The end of an operand with the parentheses around it, where an operator follows. */
    private int closed(int end) {
        int closed = end;
        int at = skip(end, 1);
        while (source[at] == ')') {
            closed = at + 1;
            at = skip(closed, 1);
        }
        return closed;
    }

    /** The start of an operand with the parentheses around it, where an operator precedes. */
    private int opened(int start) {
        int opened = start;
        int at = skip(start - 1, -1);
        while (source[at] == '(') {
            opened = at;
            at = skip(opened - 1, -1);
        }
        return opened;
    }

    /** Passes blanks, ends of lines and, forward, comments. */
    private int skip(int from, int step) {
        int at = from;
        while (" \t\f\r\n\\#".indexOf(source[at]) >= 0) {
            boolean comment = source[at] == '#' && step > 0;
            while (comment && source[at] != '\n' && source[at] != '\r') {
                at++;
            }
            at += comment ? 0 : step;
        }
        return at;
    }

    private String pattern(Expression pattern) {
        return switch (pattern) {
            case Expression.Starred starred -> "*" + ((Expression.Capture) starred.value()).id() + at(starred);
            case Expression.Sequence choice
            when choice.bracket() == '|' -> "or" + at(choice) + patterns(choice.elements());
            case Expression.Sequence named
            when named.bracket() == 'a' ->
                "as" + at(named) + "(" + pattern(named.elements().getFirst()) + " "
                        + ((Expression.Capture) named.elements().getLast()).id() + ")";
            case Expression.Sequence sequence -> "sequence" + at(sequence) + patterns(sequence.elements());
            case Expression.Dictionary mapping -> "mapping" + at(mapping) + "[" + mapped(mapping.items()) + "]";
            case Expression.Call type ->
                "class" + at(type) + one(type.function())
                        + type.arguments().stream()
                                .map(argument -> (argument.keyword().isEmpty() ? "" : argument.keyword() + "=")
                                        + pattern(argument.value()))
                                .collect(Collectors.joining(" ", "[", "]"));
            default -> one(pattern);
        };
    }

    private String patterns(List<Expression> patterns) {
        return patterns.stream().map(this::pattern).collect(Collectors.joining(" ", "[", "]"));
    }

    private String mapped(List<Expression> items) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Expression.Starred rest) {
                parts.add("**" + ((Expression.Capture) rest.value()).id());
            } else {
                parts.add(one(items.get(i)) + ":" + pattern(items.get(++i)));
            }
        }
        return String.join(" ", parts);
    }

    private String comprehension(Expression.Comprehension comprehension) {
        return "all" + comprehension.bracket() + at(comprehension) + all(comprehension.elements())
                + comprehension.clauses().stream()
                        .map(clause -> one(clause.target()) + one(clause.iterable()) + all(clause.conditions()))
                        .collect(Collectors.joining(";"));
    }
}
