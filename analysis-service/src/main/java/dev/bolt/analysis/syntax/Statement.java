package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A statement; {@link #lines()} are those of CPython's {@code lineno} and {@code end_lineno}, so a decorated definition
 * begins at its {@code def} or {@code class}. Lists are unmodifiable. All kinds are in one file, so that the language
 * is seen at a glance.
 */
public sealed interface Statement {

    /** From its first to its last token. */
    Lines lines();

    /** Tells the expressions directly in it, in source order, without those of the statements inside it. */
    default void parts(Consumer<Expression> into) {}

    /** The blocks directly inside it, in source order. */
    default List<List<Statement>> blocks() {
        return List.of();
    }

    /** A {@code def} or {@code async def}; {@code signature} is parameters and return annotation on one line. */
    record FunctionDef(
            Lines lines,
            String name,
            boolean async,
            List<Expression> decorators,
            int firstLine,
            List<Expression> typeParameters,
            List<Parameter> parameters,
            @Nullable Expression returns,
            String signature,
            List<Statement> body)
            implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            Children.all(decorators, into);
            Children.all(typeParameters, into);
            Children.parameters(parameters, into);
            Children.optional(returns, into);
        }

        @Override
        public List<List<Statement>> blocks() {
            return List.of(body);
        }
    }

    /** A {@code class}; {@code firstLine} is that of its first decorator, as in {@link FunctionDef}. */
    record ClassDef(
            Lines lines,
            String name,
            List<Expression> decorators,
            int firstLine,
            List<Expression> typeParameters,
            List<Argument> arguments,
            List<Statement> body)
            implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            Children.all(decorators, into);
            Children.all(typeParameters, into);
            Children.arguments(arguments, into);
        }

        @Override
        public List<List<Statement>> blocks() {
            return List.of(body);
        }
    }

    /** {@code import a.b as c}. */
    record Import(Lines lines, List<Alias> names) implements Statement {}

    /** {@code from ..module import a as b}; {@code level} counts the dots, {@code module} may be empty. */
    record ImportFrom(Lines lines, String module, int level, List<Alias> names) implements Statement {}

    /** {@code if} and its {@code elif}s as branches. */
    record If(Lines lines, List<Branch> branches, List<Statement> orElse) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            for (Branch branch : branches) {
                into.accept(branch.test());
            }
        }

        @Override
        public List<List<Statement>> blocks() {
            var blocks = new ArrayList<List<Statement>>(branches.size() + 1);
            for (Branch branch : branches) {
                blocks.add(branch.body());
            }
            blocks.add(orElse);
            return blocks;
        }
    }

    /** {@code for} or {@code async for}. */
    record For(
            Lines lines,
            boolean async,
            Expression target,
            Expression iterable,
            List<Statement> body,
            List<Statement> orElse)
            implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            into.accept(target);
            into.accept(iterable);
        }

        @Override
        public List<List<Statement>> blocks() {
            return List.of(body, orElse);
        }
    }

    /** {@code while}. */
    record While(Lines lines, Expression test, List<Statement> body, List<Statement> orElse) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            into.accept(test);
        }

        @Override
        public List<List<Statement>> blocks() {
            return List.of(body, orElse);
        }
    }

    /** {@code try}. */
    record Try(
            Lines lines,
            List<Statement> body,
            List<Handler> handlers,
            List<Statement> orElse,
            List<Statement> finallyBody)
            implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            handlers.forEach(handler -> Children.optional(handler.type(), into));
        }

        @Override
        public List<List<Statement>> blocks() {
            var blocks = new ArrayList<List<Statement>>(handlers.size() + 3);
            blocks.add(body);
            for (Handler handler : handlers) {
                blocks.add(handler.body());
            }
            blocks.add(orElse);
            blocks.add(finallyBody);
            return blocks;
        }
    }

    /** {@code with} or {@code async with}. */
    record With(Lines lines, boolean async, List<WithItem> items, List<Statement> body) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            items.forEach(item -> {
                into.accept(item.context());
                Children.optional(item.target(), into);
            });
        }

        @Override
        public List<List<Statement>> blocks() {
            return List.of(body);
        }
    }

    /** {@code match}. */
    record Match(Lines lines, Expression subject, List<Case> cases) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            into.accept(subject);
            cases.forEach(branch -> {
                into.accept(branch.pattern());
                Children.optional(branch.guard(), into);
            });
        }

        @Override
        public List<List<Statement>> blocks() {
            return cases.stream().map(Case::body).toList();
        }
    }

    /** {@code a = b = value}. */
    record Assign(Lines lines, List<Expression> targets, Expression value) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            Children.all(targets, into);
            into.accept(value);
        }
    }

    /** {@code target += value}; {@code operator} as written. */
    record Augment(Lines lines, Expression target, String operator, Expression value) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            into.accept(target);
            into.accept(value);
        }
    }

    /** {@code target: annotation = value}. */
    record Annotated(
            Lines lines,
            Expression target,
            Expression annotation,
            @Nullable Expression value) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            into.accept(target);
            into.accept(annotation);
            Children.optional(value, into);
        }
    }

    /** {@code type Name[T] = value}. */
    record TypeAlias(Lines lines, String name, List<Expression> typeParameters, Expression value) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            Children.all(typeParameters, into);
            into.accept(value);
        }
    }

    /** {@code return}. */
    record Return(Lines lines, @Nullable Expression value) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            Children.optional(value, into);
        }
    }

    /** {@code raise exception from cause}. */
    record Raise(
            Lines lines,
            @Nullable Expression exception,
            @Nullable Expression cause) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            Children.optional(exception, into);
            Children.optional(cause, into);
        }
    }

    /** {@code del}. */
    record Delete(Lines lines, List<Expression> targets) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            Children.all(targets, into);
        }
    }

    /** {@code assert test, message}. */
    record Assert(Lines lines, Expression test, @Nullable Expression message) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            into.accept(test);
            Children.optional(message, into);
        }
    }

    /** {@code global} or {@code nonlocal}. */
    record Declare(Lines lines, String keyword, List<String> names) implements Statement {}

    /** {@code pass}, {@code break} or {@code continue}. */
    record Jump(Lines lines, String keyword) implements Statement {}

    /** An expression on its own. */
    record Evaluate(Lines lines, Expression value) implements Statement {
        @Override
        public void parts(Consumer<Expression> into) {
            into.accept(value);
        }
    }

    /** What could not be parsed, and the block below it, which could. */
    record Broken(Lines lines, String message, List<Statement> body) implements Statement {
        @Override
        public List<List<Statement>> blocks() {
            return List.of(body);
        }
    }
}
