package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement; {@link #lines()} are those of CPython's {@code lineno} and {@code end_lineno}, so a decorated definition
 * begins at its {@code def} or {@code class}. Lists are unmodifiable.
 */
public sealed interface Statement {

    /** From its first to its last token. */
    Lines lines();

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
            implements Statement {}

    /** A {@code class}; {@code firstLine} is that of its first decorator, as in {@link FunctionDef}. */
    record ClassDef(
            Lines lines,
            String name,
            List<Expression> decorators,
            int firstLine,
            List<Expression> typeParameters,
            List<Argument> arguments,
            List<Statement> body)
            implements Statement {}

    /** {@code import a.b as c}. */
    record Import(Lines lines, List<Alias> names) implements Statement {}

    /** {@code from ..module import a as b}; {@code level} counts the dots, {@code module} may be empty. */
    record ImportFrom(Lines lines, String module, int level, List<Alias> names) implements Statement {}

    /** {@code if} and its {@code elif}s as branches. */
    record If(Lines lines, List<Branch> branches, List<Statement> orElse) implements Statement {}

    /** {@code for} or {@code async for}. */
    record For(
            Lines lines,
            boolean async,
            Expression target,
            Expression iterable,
            List<Statement> body,
            List<Statement> orElse)
            implements Statement {}

    /** {@code while}. */
    record While(Lines lines, Expression test, List<Statement> body, List<Statement> orElse) implements Statement {}

    /** {@code try}. */
    record Try(
            Lines lines,
            List<Statement> body,
            List<Handler> handlers,
            List<Statement> orElse,
            List<Statement> finallyBody)
            implements Statement {}

    /** {@code with} or {@code async with}. */
    record With(Lines lines, boolean async, List<WithItem> items, List<Statement> body) implements Statement {}

    /** {@code match}. */
    record Match(Lines lines, Expression subject, List<Case> cases) implements Statement {}

    /** {@code a = b = value}. */
    record Assign(Lines lines, List<Expression> targets, Expression value) implements Statement {}

    /** {@code target += value}; {@code operator} as written. */
    record Augment(Lines lines, Expression target, String operator, Expression value) implements Statement {}

    /** {@code target: annotation = value}. */
    record Annotated(
            Lines lines,
            Expression target,
            Expression annotation,
            @Nullable Expression value) implements Statement {}

    /** {@code type Name[T] = value}. */
    record TypeAlias(Lines lines, String name, List<Expression> typeParameters, Expression value)
            implements Statement {}

    /** {@code return}. */
    record Return(Lines lines, @Nullable Expression value) implements Statement {}

    /** {@code raise exception from cause}. */
    record Raise(
            Lines lines,
            @Nullable Expression exception,
            @Nullable Expression cause) implements Statement {}

    /** {@code del}. */
    record Delete(Lines lines, List<Expression> targets) implements Statement {}

    /** {@code assert test, message}. */
    record Assert(Lines lines, Expression test, @Nullable Expression message) implements Statement {}

    /** {@code global} or {@code nonlocal}. */
    record Declare(Lines lines, String keyword, List<String> names) implements Statement {}

    /** {@code pass}, {@code break} or {@code continue}. */
    record Jump(Lines lines, String keyword) implements Statement {}

    /** An expression on its own. */
    record Evaluate(Lines lines, Expression value) implements Statement {}

    /** What could not be parsed, and the block below it, which could. */
    record Broken(Lines lines, String message, List<Statement> body) implements Statement {}

    /** A test and what it guards. */
    record Branch(Expression test, List<Statement> body) {}

    /** An {@code except}; bare if {@code type} is null. */
    record Handler(
            Lines lines,
            @Nullable Expression type,
            @Nullable String name,
            List<Statement> body) {}

    /** {@code context as target}. */
    record WithItem(Expression context, @Nullable Expression target) {}

    /** {@code case pattern if guard}. */
    record Case(Expression pattern, @Nullable Expression guard, List<Statement> body) {}

    /** An imported name, dotted for {@code import}, {@code *} for all. */
    record Alias(
            int line,
            int start,
            int end,
            String name,
            @Nullable String asName) {

        /** The name that it binds. */
        public String bound() {
            if (asName != null) {
                return asName;
            }
            int dot = name.indexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        }
    }
}
