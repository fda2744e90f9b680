package dev.bolt.analysis.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses names, literals and bracketed displays. */
final class AtomParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private final LiteralParser literals;

    AtomParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
        this.literals = new LiteralParser(expressions);
    }

    Expression atom() {
        int line = cursor.line();
        String text = cursor.text();
        switch (cursor.kind()) {
            case NAME -> {
                cursor.advance();
                return new Expression.Name(line, text);
            }
            case NUMBER -> {
                cursor.advance();
                return new Expression.Literal(line, text);
            }
            case STRING -> {
                return literals.strings();
            }
            case KEYWORD -> {
                if (text.equals("None") || text.equals("True") || text.equals("False")) {
                    cursor.advance();
                    return new Expression.Literal(line, text);
                }
            }
            case OPERATOR -> {
                switch (text) {
                    case "..." -> {
                        cursor.advance();
                        return new Expression.Literal(line, text);
                    }
                    case "(" -> {
                        return parenthesized();
                    }
                    case "[" -> {
                        return display('[', "]");
                    }
                    case "{" -> {
                        return braced();
                    }
                    default -> {}
                }
            }
            case NEWLINE, INDENT, DEDENT, ERROR, END -> {}
        }
        throw cursor.failure("expected an expression");
    }

    private Expression parenthesized() {
        int line = cursor.line();
        if (cursor.isKeywordNext("yield")) {
            cursor.advance();
            Expression value = expressions.yielded();
            cursor.expectOperator(")");
            return value;
        }
        cursor.advance();
        if (cursor.acceptOperator(")")) {
            return new Expression.Sequence(line, '(', List.of());
        }
        Expression first = expressions.starredOrNamed();
        if (ComprehensionParser.startsAt(cursor)) {
            return comprehension(line, '(', ")", List.of(first));
        }
        if (cursor.acceptOperator(")")) {
            return first;
        }
        return elements(line, '(', ")", first);
    }

    private Expression display(char bracket, String close) {
        int line = cursor.line();
        cursor.advance();
        if (cursor.acceptOperator(close)) {
            return new Expression.Sequence(line, bracket, List.of());
        }
        Expression first = expressions.starredOrNamed();
        return ComprehensionParser.startsAt(cursor)
                ? comprehension(line, bracket, close, List.of(first))
                : elements(line, bracket, close, first);
    }

    private Expression comprehension(int line, char bracket, String close, List<Expression> elements) {
        var clauses = ComprehensionParser.clauses(expressions);
        cursor.expectOperator(close);
        return new Expression.Comprehension(line, bracket, elements, clauses);
    }

    private Expression elements(int line, char bracket, String close, Expression first) {
        var elements = new ArrayList<Expression>();
        elements.add(first);
        while (cursor.acceptOperator(",") && !cursor.isOperator(close)) {
            elements.add(expressions.starredOrNamed());
        }
        cursor.expectOperator(close);
        return new Expression.Sequence(line, bracket, List.copyOf(elements));
    }

    private Expression braced() {
        int line = cursor.line();
        cursor.advance();
        if (cursor.acceptOperator("}")) {
            return new Expression.Dictionary(line, List.of());
        }
        if (cursor.isOperator("**")) {
            return dictionary(line, new ArrayList<>());
        }
        Expression first = expressions.starredOrNamed();
        if (cursor.acceptOperator(":")) {
            var items = new ArrayList<Expression>();
            items.add(first);
            items.add(expressions.expression());
            if (ComprehensionParser.startsAt(cursor)) {
                return comprehension(line, '{', "}", List.copyOf(items));
            }
            return cursor.acceptOperator(",") ? dictionary(line, items) : closed(line, items);
        }
        return ComprehensionParser.startsAt(cursor)
                ? comprehension(line, '{', "}", List.of(first))
                : elements(line, '{', "}", first);
    }

    private Expression dictionary(int line, List<Expression> items) {
        while (!cursor.isOperator("}")) {
            int itemLine = cursor.line();
            if (cursor.acceptOperator("**")) {
                items.add(new Expression.Starred(itemLine, expressions.expression()));
                if (ComprehensionParser.startsAt(cursor)) {
                    return comprehension(line, '{', "}", List.copyOf(items));
                }
            } else {
                items.add(expressions.expression());
                cursor.expectOperator(":");
                items.add(expressions.expression());
            }
            if (!cursor.acceptOperator(",")) {
                break;
            }
        }
        return closed(line, items);
    }

    private Expression closed(int line, List<Expression> items) {
        cursor.expectOperator("}");
        return new Expression.Dictionary(line, List.copyOf(items));
    }
}
