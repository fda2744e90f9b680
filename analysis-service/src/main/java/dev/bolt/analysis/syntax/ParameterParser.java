package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Parses the parameters of functions, lambdas and types. */
final class ParameterParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;

    ParameterParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
    }

    /** Up to the colon, without annotations. */
    List<Parameter> lambda() {
        return list(":", false);
    }

    /** In parentheses, with annotations. */
    List<Parameter> parenthesized() {
        cursor.expectOperator("(");
        List<Parameter> parameters = list(")", true);
        cursor.expectOperator(")");
        return parameters;
    }

    private List<Parameter> list(String close, boolean annotated) {
        var parameters = new ArrayList<Parameter>();
        while (!cursor.isOperator(close)) {
            if (!cursor.acceptOperator("/")) {
                parameter(annotated, parameters);
            }
            if (!cursor.acceptOperator(",")) {
                break;
            }
        }
        return List.copyOf(parameters);
    }

    private void parameter(boolean annotated, List<Parameter> into) {
        int line = cursor.line();
        String star = cursor.isOperator("*") || cursor.isOperator("**") ? cursor.text() : "";
        if (!star.isEmpty()) {
            cursor.advance();
            if (star.equals("*") && cursor.isOperator(",")) {
                return;
            }
        }
        String name = cursor.expectName();
        Expression annotation = annotated && cursor.acceptOperator(":") ? expressions.starredOrNamed() : null;
        Expression initial = cursor.acceptOperator("=") ? expressions.expression() : null;
        into.add(new Parameter(line, star, name, annotation, initial));
    }

    /** {@code [T: bound = default, *Ts, **P]} if it is there: bounds and defaults. */
    List<Expression> types() {
        if (!cursor.acceptOperator("[")) {
            return List.of();
        }
        var parts = new ArrayList<Expression>();
        while (!cursor.isOperator("]")) {
            if (!cursor.acceptOperator("*")) {
                cursor.acceptOperator("**");
            }
            cursor.expectName();
            if (cursor.acceptOperator(":")) {
                parts.add(expressions.expression());
            }
            if (cursor.acceptOperator("=")) {
                parts.add(expressions.starredOrNamed());
            }
            if (!cursor.acceptOperator(",")) {
                break;
            }
        }
        cursor.expectOperator("]");
        return List.copyOf(parts);
    }
}
