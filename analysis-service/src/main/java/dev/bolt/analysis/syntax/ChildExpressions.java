package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions directly under a node, in source order. */
final class ChildExpressions {
    private ChildExpressions() {}

    static void of(Expression expression, List<Expression> into) {
        switch (expression) {
            case Expression.Name _, Expression.Literal _, Expression.Text _, Expression.Capture _ -> {}
            case Expression.Formatted formatted -> into.addAll(formatted.fields());
            case Expression.Attribute attribute -> into.add(attribute.value());
            case Expression.Call call -> {
                into.add(call.function());
                arguments(call.arguments(), into);
            }
            case Expression.Subscript subscript -> {
                into.add(subscript.value());
                into.add(subscript.index());
            }
            case Expression.Slice slice -> into.addAll(slice.parts());
            case Expression.Operation operation -> into.addAll(operation.operands());
            case Expression.Comparison comparison -> into.addAll(comparison.operands());
            case Expression.Logic logic -> into.addAll(logic.operands());
            case Expression.Unary unary -> into.add(unary.operand());
            case Expression.Conditional conditional -> {
                into.add(conditional.body());
                into.add(conditional.test());
                into.add(conditional.orElse());
            }
            case Expression.Lambda lambda -> {
                parameters(lambda.parameters(), into);
                into.add(lambda.body());
            }
            case Expression.Named named -> {
                into.add(named.target());
                into.add(named.value());
            }
            case Expression.Await await -> into.add(await.value());
            case Expression.Yield yielded -> optional(yielded.value(), into);
            case Expression.Starred starred -> into.add(starred.value());
            case Expression.Sequence sequence -> into.addAll(sequence.elements());
            case Expression.Dictionary dictionary -> into.addAll(dictionary.items());
            case Expression.Comprehension comprehension -> {
                into.addAll(comprehension.elements());
                for (Expression.Clause clause : comprehension.clauses()) {
                    into.add(clause.target());
                    into.add(clause.iterable());
                    into.addAll(clause.conditions());
                }
            }
        }
    }

    static List<Expression> of(Statement statement) {
        var into = new ArrayList<Expression>();
        switch (statement) {
            case Statement.FunctionDef def -> {
                into.addAll(def.decorators());
                into.addAll(def.typeParameters());
                parameters(def.parameters(), into);
                optional(def.returns(), into);
            }
            case Statement.ClassDef def -> {
                into.addAll(def.decorators());
                into.addAll(def.typeParameters());
                arguments(def.arguments(), into);
            }
            case Statement.If branching -> branching.branches().forEach(branch -> into.add(branch.test()));
            case Statement.For loop -> {
                into.add(loop.target());
                into.add(loop.iterable());
            }
            case Statement.While loop -> into.add(loop.test());
            case Statement.Try guarded -> guarded.handlers().forEach(handler -> optional(handler.type(), into));
            case Statement.With with ->
                with.items().forEach(item -> {
                    into.add(item.context());
                    optional(item.target(), into);
                });
            case Statement.Match match -> {
                into.add(match.subject());
                match.cases().forEach(branch -> {
                    into.add(branch.pattern());
                    optional(branch.guard(), into);
                });
            }
            case Statement.Assign assign -> {
                into.addAll(assign.targets());
                into.add(assign.value());
            }
            case Statement.Augment augment -> {
                into.add(augment.target());
                into.add(augment.value());
            }
            case Statement.Annotated annotated -> {
                into.add(annotated.target());
                into.add(annotated.annotation());
                optional(annotated.value(), into);
            }
            case Statement.TypeAlias alias -> {
                into.addAll(alias.typeParameters());
                into.add(alias.value());
            }
            case Statement.Return returned -> optional(returned.value(), into);
            case Statement.Raise raise -> {
                optional(raise.exception(), into);
                optional(raise.cause(), into);
            }
            case Statement.Delete delete -> into.addAll(delete.targets());
            case Statement.Assert asserted -> {
                into.add(asserted.test());
                optional(asserted.message(), into);
            }
            case Statement.Evaluate evaluate -> into.add(evaluate.value());
            case Statement.Import _,
                    Statement.ImportFrom _,
                    Statement.Declare _,
                    Statement.Jump _,
                    Statement.Broken _ -> {}
        }
        return into;
    }

    private static void arguments(List<Argument> arguments, List<Expression> into) {
        for (Argument argument : arguments) {
            into.add(argument.value());
        }
    }

    private static void parameters(List<Parameter> parameters, List<Expression> into) {
        for (Parameter parameter : parameters) {
            optional(parameter.annotation(), into);
            optional(parameter.initial(), into);
        }
    }

    private static void optional(@Nullable Expression expression, List<Expression> into) {
        if (expression != null) {
            into.add(expression);
        }
    }
}
