package dev.bolt.analysis.syntax;

import java.util.List;

/** Checks what the parser tells of a tree without a visit against the tree itself. */
final class Told {
    private Told() {}

    /** @throws AssertionError if a statement has a kind in it that it does not tell, or a name is not mentioned */
    static void check(Module module) {
        Walk.statements(
                module.body(),
                statement -> Walk.expressions(statement, expression -> {
                    int kind = kind(expression);
                    if (kind != 0 && !statement.lines().mayHave(kind)) {
                        throw new AssertionError(statement + " does not tell of " + expression);
                    }
                    if (expression instanceof Expression.Name name
                            && !module.mentions().contains(name.id())) {
                        throw new AssertionError(name + " is not mentioned");
                    }
                }));
        module.body().forEach(Told::inside);
    }

    /** Which kinds the statement and all inside it are of, all of which it must tell. */
    private static int inside(Statement statement) {
        int[] kinds = {own(statement)};
        Walk.expressions(statement, expression -> kinds[0] |= kind(expression) | watched(expression));
        if (!tells(statement.lines().kinds(), kinds[0])) {
            throw new AssertionError(statement + " does not tell what it has");
        }
        for (List<Statement> block : statement.blocks()) {
            for (Statement inner : block) {
                boolean definition = inner instanceof Statement.FunctionDef || inner instanceof Statement.ClassDef;
                kinds[0] |= inside(inner) | (definition ? Kinds.DEFINITION : 0);
            }
        }
        if (!tells(statement.lines().inside(), kinds[0])) {
            throw new AssertionError(statement + " does not tell what is inside it");
        }
        return kinds[0];
    }

    private static boolean tells(int told, int kinds) {
        return (told & kinds) == kinds;
    }

    private static int watched(Expression expression) {
        return switch (expression) {
            case Expression.Name name when Watched.is(name.id()) -> Kinds.WATCHED;
            case Expression.Attribute attribute when Watched.is(attribute.name()) -> Kinds.WATCHED;
            case Expression.Call call
            when call.arguments().stream().anyMatch(argument -> Watched.is(argument.keyword())) -> Kinds.WATCHED;
            default -> 0;
        };
    }

    private static int own(Statement statement) {
        return switch (statement) {
            case Statement.If _, Statement.For _, Statement.While _, Statement.Try _, Statement.With _ -> Kinds.NEST;
            case Statement.Match _ -> Kinds.NEST;
            case Statement.Assert _ -> Kinds.ASSERT;
            case Statement.Import _, Statement.ImportFrom _ -> Kinds.IMPORT;
            case Statement.Augment _ -> Kinds.AUGMENT;
            case Statement.Return returned -> returned.value() == null ? Kinds.RETURN_NOTHING : Kinds.RETURN_VALUE;
            case Statement.FunctionDef def -> def.async() ? Kinds.ASYNC : 0;
            default -> 0;
        };
    }

    private static int kind(Expression expression) {
        return switch (expression) {
            case Expression.Operation _, Expression.Unary _ -> Kinds.OPERATION;
            case Expression.Comparison _ -> Kinds.COMPARISON;
            case Expression.Logic _ -> Kinds.LOGIC;
            case Expression.Conditional _ -> Kinds.CONDITIONAL;
            case Expression.Comprehension _ -> Kinds.COMPREHENSION;
            case Expression.Lambda _, Expression.Named _, Expression.Capture _ -> Kinds.BINDER;
            case Expression.Call _ -> Kinds.CALL;
            case Expression.Attribute _ -> Kinds.ATTRIBUTE;
            case Expression.Subscript _ -> Kinds.SUBSCRIPT;
            case Expression.Dictionary _ -> Kinds.DICTIONARY;
            case Expression.Yield _ -> Kinds.YIELD;
            case Expression.Name _,
                    Expression.Literal _,
                    Expression.Text _,
                    Expression.Formatted _,
                    Expression.Slice _,
                    Expression.Await _,
                    Expression.Starred _,
                    Expression.Sequence _ -> 0;
        };
    }
}
