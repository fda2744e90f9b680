package dev.bolt.analysis.symbol;

import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.analysis.syntax.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which names a statement or function binds. */
final class Bindings {
    /** {@link Kinds} of expressions that bind names for themselves. */
    static final int BINDERS = Kinds.COMPREHENSION | Kinds.BINDER;

    private Bindings() {}

    /** The expressions of the statement that are assigned to. */
    static List<Expression> targets(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> assign.targets();
            case Statement.Annotated annotated -> List.of(annotated.target());
            case Statement.For loop -> List.of(loop.target());
            case Statement.With with -> targets(with.items());
            default -> List.of();
        };
    }

    private static List<Expression> targets(List<WithItem> items) {
        var targets = new ArrayList<Expression>(items.size());
        for (WithItem item : items) {
            if (item.target() != null) {
                targets.add(item.target());
            }
        }
        return targets;
    }

    /** The names that a target binds: its own, or those of the tuples and lists in it. */
    static void names(Expression target, Consumer<String> into) {
        parts(target, part -> {
            if (part instanceof Expression.Name name) {
                into.accept(name.id());
            }
        });
    }

    /** What of a target is evaluated: the object and index of {@code a.b} and {@code a[i]}, but no bare name. */
    static void reads(Expression target, Consumer<Expression> into) {
        parts(target, part -> {
            if (!(part instanceof Expression.Name)) {
                into.accept(part);
            }
        });
    }

    private static void parts(Expression target, Consumer<Expression> into) {
        switch (target) {
            case Expression.Sequence sequence -> sequence.elements().forEach(element -> parts(element, into));
            case Expression.Starred starred -> parts(starred.value(), into);
            default -> into.accept(target);
        }
    }

    /** The parameters and local variables of a function, without those declared global. */
    static Set<String> locals(Statement.FunctionDef function) {
        var locals = new HashSet<String>();
        var declared = new HashSet<String>();
        function.parameters().forEach(parameter -> locals.add(parameter.name()));
        gather(function.body(), locals, declared);
        locals.removeAll(declared);
        return locals;
    }

    private static void gather(List<Statement> block, Set<String> locals, Set<String> declared) {
        for (int i = 0, size = block.size(); i < size; i++) {
            Statement statement = block.get(i);
            if (statement instanceof Statement.Assign assign) {
                assigned(assign.targets(), locals);
            } else if (!Walk.isSimple(statement)) {
                assigned(targets(statement), locals);
            }
            if (Walk.mayHave(statement, BINDERS)) {
                Walk.expressions(statement, expression -> inside(expression, locals));
            }
            if (Walk.isSimple(statement)) {
                continue;
            }
            switch (statement) {
                case Statement.Augment augment -> names(augment.target(), locals::add);
                case Statement.Declare declare -> declared.addAll(declare.names());
                case Statement.Try guarded ->
                    guarded.handlers().forEach(handler -> {
                        if (handler.name() != null) {
                            locals.add(handler.name());
                        }
                    });
                default -> {}
            }
            if (!(statement instanceof Statement.FunctionDef) && !(statement instanceof Statement.ClassDef)) {
                List<List<Statement>> inner = Walk.blocks(statement);
                for (int j = 0, blocks = inner.size(); j < blocks; j++) {
                    gather(inner.get(j), locals, declared);
                }
            }
        }
    }

    private static void assigned(List<Expression> targets, Set<String> locals) {
        for (int i = 0, size = targets.size(); i < size; i++) {
            if (targets.get(i) instanceof Expression.Name name) {
                locals.add(name.id());
            } else {
                names(targets.get(i), locals::add);
            }
        }
    }

    /** What an expression binds for itself: comprehension targets, parameters of lambdas, walrus and pattern names. */
    static void inside(Expression expression, Set<String> into) {
        if (expression instanceof Expression.Comprehension comprehension) {
            comprehension.clauses().forEach(clause -> names(clause.target(), into::add));
        } else if (expression instanceof Expression.Lambda lambda) {
            lambda.parameters().forEach(parameter -> into.add(parameter.name()));
        } else if (expression instanceof Expression.Named named) {
            into.add(named.target().id());
        } else if (expression instanceof Expression.Capture capture) {
            into.add(capture.id());
        }
    }
}
