package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import java.util.ArrayList;
import java.util.List;

/** Parses the patterns of {@code case} (PEP 634) into expressions; what they bind are {@link Expression.Capture}s. */
final class PatternParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private int depth;

    PatternParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
    }

    /** A pattern, or an open sequence of several. */
    Expression patterns() {
        int line = cursor.line();
        Expression first = element();
        if (!cursor.isOperator(",")) {
            return first;
        }
        var elements = new ArrayList<Expression>();
        elements.add(first);
        while (cursor.acceptOperator(",") && !cursor.isOperator(":") && !cursor.isKeyword("if")) {
            elements.add(element());
        }
        return new Expression.Sequence(line, '(', List.copyOf(elements));
    }

    private Expression element() {
        int line = cursor.line();
        if (cursor.acceptOperator("*")) {
            return new Expression.Starred(line, new Expression.Capture(line, cursor.expectName()));
        }
        return pattern();
    }

    private Expression pattern() {
        if (++depth > ExpressionParser.DEPTH) {
            throw cursor.failure("more than " + ExpressionParser.DEPTH + " levels of nesting");
        }
        try {
            int line = cursor.line();
            var choices = new ArrayList<Expression>();
            do {
                choices.add(closed());
            } while (cursor.acceptOperator("|"));
            Expression choice =
                    choices.size() == 1 ? choices.getFirst() : new Expression.Sequence(line, '|', List.copyOf(choices));
            if (cursor.acceptKeyword("as")) {
                int nameLine = cursor.line();
                var capture = new Expression.Capture(nameLine, cursor.expectName());
                return new Expression.Sequence(line, '|', List.of(choice, capture));
            }
            return choice;
        } finally {
            depth--;
        }
    }

    private Expression closed() {
        if (cursor.is(TokenKind.NAME)) {
            return name();
        }
        if (cursor.isOperator("(")) {
            return sequence('(', ")");
        }
        if (cursor.isOperator("[")) {
            return sequence('[', "]");
        }
        if (cursor.isOperator("{")) {
            return mapping();
        }
        return expressions.operation(Operators.SUM);
    }

    private Expression name() {
        int line = cursor.line();
        String id = cursor.expectName();
        if (!cursor.isOperator(".") && !cursor.isOperator("(")) {
            return new Expression.Capture(line, id);
        }
        Expression value = new Expression.Name(line, id);
        while (cursor.acceptOperator(".")) {
            int nameLine = cursor.line();
            value = new Expression.Attribute(nameLine, value, cursor.expectName());
        }
        return cursor.isOperator("(") ? type(value) : value;
    }

    private Expression type(Expression type) {
        cursor.expectOperator("(");
        var arguments = new ArrayList<Argument>();
        while (!cursor.isOperator(")")) {
            String keyword = cursor.is(TokenKind.NAME) && cursor.isOperatorNext("=") ? cursor.expectName() : "";
            if (!keyword.isEmpty()) {
                cursor.advance();
            }
            arguments.add(new Argument(keyword, pattern()));
            if (!cursor.acceptOperator(",")) {
                break;
            }
        }
        cursor.expectOperator(")");
        return new Expression.Call(type.line(), type, List.copyOf(arguments));
    }

    private Expression sequence(char bracket, String close) {
        int line = cursor.line();
        cursor.advance();
        var elements = new ArrayList<Expression>();
        while (!cursor.isOperator(close)) {
            elements.add(element());
            if (!cursor.acceptOperator(",")) {
                break;
            }
        }
        cursor.expectOperator(close);
        return new Expression.Sequence(line, bracket, List.copyOf(elements));
    }

    private Expression mapping() {
        int line = cursor.line();
        cursor.advance();
        var items = new ArrayList<Expression>();
        while (!cursor.isOperator("}")) {
            int itemLine = cursor.line();
            if (cursor.acceptOperator("**")) {
                items.add(new Expression.Starred(itemLine, new Expression.Capture(itemLine, cursor.expectName())));
            } else {
                items.add(cursor.is(TokenKind.NAME) ? name() : expressions.operation(Operators.SUM));
                cursor.expectOperator(":");
                items.add(pattern());
            }
            if (!cursor.acceptOperator(",")) {
                break;
            }
        }
        cursor.expectOperator("}");
        return new Expression.Dictionary(line, List.copyOf(items));
    }
}
