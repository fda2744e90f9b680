package dev.bolt.analysis.syntax;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An expression. Chains of one precedence are one node with many operands, so that twenty thousand terms are flat;
 * chains of calls and attributes do nest, so walk with {@link Walk}, never by recursion. {@link #line()} is the line of
 * the first token, save for {@link Attribute} and {@link Call}, where it is the line of the name after the dot: where a
 * person would look. Lists are unmodifiable.
 */
public sealed interface Expression {

    /** Its line, 1-based. */
    int line();

    /** Where it begins, in bytes of the source as UTF-8, 0-based; brackets around it are not part of it. */
    int start();

    /** Where it ends. */
    int end();

    /** Tells the expressions directly under it, in source order. */
    default void children(Consumer<Expression> into) {}

    /** A bare name, read or bound. */
    record Name(int line, int start, int end, String id) implements Expression {}

    /** A number, {@code None}, {@code True}, {@code False} or {@code ...}, as written. */
    record Literal(int line, int start, int end, String text) implements Expression {}

    /** One or more adjacent string literals without fields; the value has its escapes left as written. */
    record Text(int line, int start, int end, String value, boolean bytes) implements Expression {}

    /** Adjacent string literals with at least one f-string or t-string; the fields include those of format specs. */
    record Formatted(int line, int start, int end, List<Expression> fields) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(fields, into);
        }
    }

    /** {@code value.name}. */
    record Attribute(int line, int start, int end, Expression value, String name) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(value);
        }
    }

    /** {@code function(arguments)}. */
    record Call(int line, int start, int end, Expression function, List<Argument> arguments) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(function);
            Children.arguments(arguments, into);
        }
    }

    /** {@code value[index]}. */
    record Subscript(int line, int start, int end, Expression value, Expression index) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(value);
            into.accept(index);
        }
    }

    /** {@code a:b:c} inside a subscript: the parts that are there. */
    record Slice(int line, int start, int end, List<Expression> parts) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(parts, into);
        }
    }

    /** Arithmetic and bitwise operators of one precedence; one operator fewer than operands. */
    record Operation(int line, int start, int end, List<Expression> operands, List<String> operators)
            implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(operands, into);
        }
    }

    /** A chain of comparisons; one operator fewer than operands. */
    record Comparison(int line, int start, int end, List<Expression> operands, List<String> operators)
            implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(operands, into);
        }
    }

    /** {@code and} or {@code or} between two or more. */
    record Logic(int line, int start, int end, String operator, List<Expression> operands) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(operands, into);
        }
    }

    /** Prefix operators, outermost first: {@code + - ~ not}. */
    record Unary(int line, int start, int end, List<String> operators, Expression operand) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(operand);
        }
    }

    /** {@code body if test else orElse}. */
    record Conditional(int line, int start, int end, Expression body, Expression test, Expression orElse)
            implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(body);
            into.accept(test);
            into.accept(orElse);
        }
    }

    /** {@code lambda parameters: body}. */
    record Lambda(int line, int start, int end, List<Parameter> parameters, Expression body) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.parameters(parameters, into);
            into.accept(body);
        }
    }

    /** {@code target := value}. */
    record Named(int line, int start, int end, Name target, Expression value) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(target);
            into.accept(value);
        }
    }

    /** {@code await value}. */
    record Await(int line, int start, int end, Expression value) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(value);
        }
    }

    /** {@code yield value} or {@code yield from value}. */
    record Yield(int line, int start, int end, @Nullable Expression value, boolean from) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.optional(value, into);
        }
    }

    /** {@code *value}, or {@code **value} in a dictionary. */
    record Starred(int line, int start, int end, Expression value) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            into.accept(value);
        }
    }

    /**
     * A list, tuple or set, by its opening {@code [}, {@code (} or <code>{</code>; a bare tuple counts as {@code (}. In
     * patterns also alternatives, by {@code |}, and a pattern with its {@code as} name, by {@code a}.
     */
    record Sequence(int line, int start, int end, char bracket, List<Expression> elements) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(elements, into);
        }
    }

    /** A dictionary: key, value, key, value; an unpacked one is a single {@link Starred}. */
    record Dictionary(int line, int start, int end, List<Expression> items) implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(items, into);
        }
    }

    /** A comprehension or generator, by its bracket; a dictionary's has two elements: key and value. */
    record Comprehension(int line, int start, int end, char bracket, List<Expression> elements, List<Clause> clauses)
            implements Expression {
        @Override
        public void children(Consumer<Expression> into) {
            Children.all(elements, into);
            for (Expression.Clause clause : clauses) {
                into.accept(clause.target());
                into.accept(clause.iterable());
                Children.all(clause.conditions(), into);
            }
        }
    }

    /** A name that a {@code case} pattern binds. */
    record Capture(int line, int start, int end, String id) implements Expression {}

    /** {@code for target in iterable if condition …} of a comprehension. */
    record Clause(Expression target, Expression iterable, List<Expression> conditions) {}

    /** An argument: {@code keyword} is a name, {@code *}, {@code **}, or empty for a positional one. */
    record Argument(String keyword, Expression value) {}

    /**
     * A parameter of a function or lambda.
     *
     * @param star {@code *}, {@code **} or empty
     */
    record Parameter(
            int line,
            int start,
            int end,
            String star,
            String name,
            @Nullable Expression annotation,
            @Nullable Expression initial) {}
}
