package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the expressions directly under a node, in source order, without a list of them. */
final class ChildExpressions {
    private ChildExpressions() {}

    static void each(Expression expression, Consumer<Expression> into) {
        switch (expression) {
            case Expression.Name _, Expression.Text _, Expression.Literal _, Expression.Capture _ -> {}
            case Expression.Attribute attribute -> into.accept(attribute.value());
            case Expression.Call call -> {
                into.accept(call.function());
                arguments(call.arguments(), into);
            }
            case Expression.Formatted formatted -> all(formatted.fields(), into);
            case Expression.Subscript subscript -> {
                into.accept(subscript.value());
                into.accept(subscript.index());
            }
            case Expression.Slice slice -> all(slice.parts(), into);
            case Expression.Operation operation -> all(operation.operands(), into);
            case Expression.Comparison comparison -> all(comparison.operands(), into);
            case Expression.Logic logic -> all(logic.operands(), into);
            case Expression.Unary unary -> into.accept(unary.operand());
            case Expression.Conditional conditional -> {
                into.accept(conditional.body());
                into.accept(conditional.test());
                into.accept(conditional.orElse());
            }
            case Expression.Lambda lambda -> {
                parameters(lambda.parameters(), into);
                into.accept(lambda.body());
            }
            case Expression.Named named -> {
                into.accept(named.target());
                into.accept(named.value());
            }
            case Expression.Await await -> into.accept(await.value());
            case Expression.Yield yielded -> optional(yielded.value(), into);
            case Expression.Starred starred -> into.accept(starred.value());
            case Expression.Sequence sequence -> all(sequence.elements(), into);
            case Expression.Dictionary dictionary -> all(dictionary.items(), into);
            case Expression.Comprehension comprehension -> {
                all(comprehension.elements(), into);
                for (Expression.Clause clause : comprehension.clauses()) {
                    into.accept(clause.target());
                    into.accept(clause.iterable());
                    all(clause.conditions(), into);
                }
            }
        }
    }

    static void each(Statement statement, Consumer<Expression> into) {
        switch (statement) {
            case Statement.FunctionDef def -> {
                all(def.decorators(), into);
                all(def.typeParameters(), into);
                parameters(def.parameters(), into);
                optional(def.returns(), into);
            }
            case Statement.ClassDef def -> {
                all(def.decorators(), into);
                all(def.typeParameters(), into);
                arguments(def.arguments(), into);
            }
            case Statement.If branching -> {
                for (Statement.Branch branch : branching.branches()) {
                    into.accept(branch.test());
                }
            }
            case Statement.For loop -> {
                into.accept(loop.target());
                into.accept(loop.iterable());
            }
            case Statement.While loop -> into.accept(loop.test());
            case Statement.Try guarded -> guarded.handlers().forEach(handler -> optional(handler.type(), into));
            case Statement.With with ->
                with.items().forEach(item -> {
                    into.accept(item.context());
                    optional(item.target(), into);
                });
            case Statement.Match match -> {
                into.accept(match.subject());
                match.cases().forEach(branch -> {
                    into.accept(branch.pattern());
                    optional(branch.guard(), into);
                });
            }
            case Statement.Assign assign -> {
                all(assign.targets(), into);
                into.accept(assign.value());
            }
            case Statement.Augment augment -> {
                into.accept(augment.target());
                into.accept(augment.value());
            }
            case Statement.Annotated annotated -> {
                into.accept(annotated.target());
                into.accept(annotated.annotation());
                optional(annotated.value(), into);
            }
            case Statement.TypeAlias alias -> {
                all(alias.typeParameters(), into);
                into.accept(alias.value());
            }
            case Statement.Return returned -> optional(returned.value(), into);
            case Statement.Raise raise -> {
                optional(raise.exception(), into);
                optional(raise.cause(), into);
            }
            case Statement.Delete delete -> all(delete.targets(), into);
            case Statement.Assert asserted -> {
                into.accept(asserted.test());
                optional(asserted.message(), into);
            }
            case Statement.Evaluate evaluate -> into.accept(evaluate.value());
            case Statement.Import _,
                    Statement.ImportFrom _,
                    Statement.Declare _,
                    Statement.Jump _,
                    Statement.Broken _ -> {}
        }
    }

    private static void all(List<? extends Expression> expressions, Consumer<Expression> into) {
        for (Expression expression : expressions) {
            into.accept(expression);
        }
    }

    private static void arguments(List<Argument> arguments, Consumer<Expression> into) {
        for (Argument argument : arguments) {
            into.accept(argument.value());
        }
    }

    private static void parameters(List<Parameter> parameters, Consumer<Expression> into) {
        for (Parameter parameter : parameters) {
            optional(parameter.annotation(), into);
            optional(parameter.initial(), into);
        }
    }

    private static void optional(@Nullable Expression expression, Consumer<Expression> into) {
        if (expression != null) {
            into.accept(expression);
        }
    }
}
