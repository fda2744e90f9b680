package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import java.util.ArrayList;
import java.util.List;

/** Parses what stands in the brackets of a call, a class head or a subscript. */
final class ArgumentParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;

    ArgumentParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
    }

    /** {@code (a, *b, c=d, **e)} or {@code (x for x in y)}. */
    List<Argument> parenthesized() {
        cursor.expectOperator("(");
        var arguments = new ArrayList<Argument>();
        while (!cursor.isOperator(")")) {
            arguments.add(argument());
            if (!cursor.acceptOperator(",")) {
                break;
            }
        }
        cursor.expectOperator(")");
        return List.copyOf(arguments);
    }

    private Argument argument() {
        if (cursor.acceptOperator("*")) {
            return new Argument("*", expressions.expression());
        }
        if (cursor.acceptOperator("**")) {
            return new Argument("**", expressions.expression());
        }
        if (cursor.is(TokenKind.NAME) && cursor.isOperatorNext("=")) {
            String keyword = cursor.expectName();
            cursor.expectOperator("=");
            return new Argument(keyword, expressions.expression());
        }
        Expression value = expressions.named();
        if (ComprehensionParser.startsAt(cursor)) {
            value = new Expression.Comprehension(
                    value.line(), '(', List.of(value), ComprehensionParser.clauses(expressions));
        }
        return new Argument("", value);
    }

    /** {@code [a:b, *c]}; a star alone makes a tuple, too (PEP 646). */
    Expression subscript() {
        cursor.expectOperator("[");
        int line = cursor.line();
        Expression first = part();
        if (cursor.isOperator(",")) {
            var parts = new ArrayList<Expression>();
            parts.add(first);
            while (cursor.acceptOperator(",") && !cursor.isOperator("]")) {
                parts.add(part());
            }
            first = new Expression.Sequence(line, '(', List.copyOf(parts));
        } else if (first instanceof Expression.Starred) {
            first = new Expression.Sequence(line, '(', List.of(first));
        }
        cursor.expectOperator("]");
        return first;
    }

    private Expression part() {
        int line = cursor.line();
        if (!cursor.isOperator(":")) {
            Expression value = expressions.starredOrNamed();
            if (!cursor.isOperator(":")) {
                return value;
            }
            return slice(line, value);
        }
        return slice(line, null);
    }

    private Expression slice(int line, @org.jspecify.annotations.Nullable Expression first) {
        var parts = new ArrayList<Expression>();
        if (first != null) {
            parts.add(first);
        }
        while (cursor.acceptOperator(":")) {
            if (!cursor.isOperator(":") && !cursor.isOperator(",") && !cursor.isOperator("]")) {
                parts.add(expressions.expression());
            }
        }
        return new Expression.Slice(line, List.copyOf(parts));
    }
}
