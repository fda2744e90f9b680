package dev.bolt.analysis.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits trees without recursion into expressions: their nesting is bounded only by the length of the source. */
public final class Walk {
    private Walk() {}

    /** Every expression under and including this one, each parent before its children, siblings in source order. */
    public static void expressions(Expression root, Consumer<Expression> visitor) {
        var pending = new ArrayList<Expression>();
        pending.add(root);
        while (!pending.isEmpty()) {
            Expression next = pending.removeLast();
            visitor.accept(next);
            int first = pending.size();
            ChildExpressions.of(next, pending);
            for (int last = pending.size() - 1; first < last; first++, last--) {
                pending.set(last, pending.set(first, pending.get(last)));
            }
        }
    }

    /** Every expression of the statement itself, without the statements inside it. */
    public static void expressions(Statement statement, Consumer<Expression> visitor) {
        for (Expression root : ChildExpressions.of(statement)) {
            expressions(root, visitor);
        }
    }

    /** The expressions directly in the statement, in source order, without those of the statements inside it. */
    public static List<Expression> parts(Statement statement) {
        return ChildExpressions.of(statement);
    }

    /** Every statement under these, each before those inside it. Recursion is bounded by the tokenizer's 100 levels. */
    public static void statements(List<Statement> block, Consumer<Statement> visitor) {
        for (Statement statement : block) {
            visitor.accept(statement);
            for (List<Statement> inner : blocks(statement)) {
                statements(inner, visitor);
            }
        }
    }

    /** The blocks directly inside a statement, in source order. */
    public static List<List<Statement>> blocks(Statement statement) {
        return switch (statement) {
            case Statement.FunctionDef def -> List.of(def.body());
            case Statement.ClassDef def -> List.of(def.body());
            case Statement.If branching -> {
                var blocks = new ArrayList<List<Statement>>();
                branching.branches().forEach(branch -> blocks.add(branch.body()));
                blocks.add(branching.orElse());
                yield blocks;
            }
            case Statement.For loop -> List.of(loop.body(), loop.orElse());
            case Statement.While loop -> List.of(loop.body(), loop.orElse());
            case Statement.Try guarded -> {
                var blocks = new ArrayList<List<Statement>>();
                blocks.add(guarded.body());
                guarded.handlers().forEach(handler -> blocks.add(handler.body()));
                blocks.add(guarded.orElse());
                blocks.add(guarded.finallyBody());
                yield blocks;
            }
            case Statement.With with -> List.of(with.body());
            case Statement.Match match ->
                match.cases().stream().map(Statement.Case::body).toList();
            case Statement.Broken broken -> List.of(broken.body());
            case Statement.Import _,
                    Statement.ImportFrom _,
                    Statement.Assign _,
                    Statement.Augment _,
                    Statement.Annotated _,
                    Statement.TypeAlias _,
                    Statement.Return _,
                    Statement.Raise _,
                    Statement.Delete _,
                    Statement.Assert _,
                    Statement.Declare _,
                    Statement.Jump _,
                    Statement.Evaluate _ -> List.of();
        };
    }

    /** {@code a.b.c} of a chain of attributes on a name; null for anything else. */
    public static @Nullable String dotted(Expression expression) {
        var parts = new ArrayDeque<String>();
        Expression at = expression;
        while (at instanceof Expression.Attribute attribute) {
            parts.push(attribute.name());
            at = attribute.value();
        }
        if (!(at instanceof Expression.Name name)) {
            return null;
        }
        parts.push(name.id());
        return String.join(".", parts);
    }
}
