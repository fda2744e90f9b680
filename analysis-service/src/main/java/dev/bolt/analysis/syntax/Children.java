package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the expressions in parts of nodes, without a list or an iterator for them. */
final class Children {
    private Children() {}

    static void all(List<? extends Expression> expressions, Consumer<Expression> into) {
        for (int i = 0, size = expressions.size(); i < size; i++) {
            into.accept(expressions.get(i));
        }
    }

    static void arguments(List<Argument> arguments, Consumer<Expression> into) {
        for (int i = 0, size = arguments.size(); i < size; i++) {
            into.accept(arguments.get(i).value());
        }
    }

    static void parameters(List<Parameter> parameters, Consumer<Expression> into) {
        for (Parameter parameter : parameters) {
            optional(parameter.annotation(), into);
            optional(parameter.initial(), into);
        }
    }

    static void optional(@Nullable Expression expression, Consumer<Expression> into) {
        if (expression != null) {
            into.accept(expression);
        }
    }
}
