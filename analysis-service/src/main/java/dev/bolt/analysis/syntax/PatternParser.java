package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import java.util.List;

/** Parses the patterns of {@code case} (PEP 634) into expressions; what they bind are {@link Expression.Capture}s. */
final class PatternParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private final Pile pile;
    private int depth;

    PatternParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
        this.pile = expressions.pile;
    }

    /** A pattern, or an open sequence of several. */
    Expression patterns() {
        int line = cursor.line();
        int start = cursor.start();
        Expression first = element();
        if (!cursor.is(Token.COMMA)) {
            return first;
        }
        int mark = pile.height();
        pile.add(first);
        while (cursor.accept(Token.COMMA) && !cursor.is(Token.COLON) && !cursor.is(Token.IF)) {
            pile.add(element());
        }
        return new Expression.Sequence(line, start, cursor.end(), '(', pile.above(mark));
    }

    private Expression element() {
        return cursor.is(Token.STAR) ? starred(Token.STAR) : pattern();
    }

    private Expression starred(int star) {
        int line = cursor.line();
        int start = cursor.start();
        cursor.expect(star);
        Expression capture = capture();
        return new Expression.Starred(line, start, cursor.end(), capture);
    }

    private Expression.Capture capture() {
        int line = cursor.line();
        int start = cursor.start();
        String name = cursor.expectName();
        return new Expression.Capture(line, start, cursor.end(), name);
    }

    private Expression pattern() {
        if (++depth > ExpressionParser.DEPTH) {
            throw cursor.failure("more than " + ExpressionParser.DEPTH + " levels of nesting");
        }
        try {
            int line = cursor.line();
            int start = cursor.start();
            int mark = pile.height();
            do {
                pile.add(closed());
            } while (cursor.accept(Token.BAR));
            int end = cursor.end();
            List<Expression> choices = pile.above(mark);
            Expression choice =
                    choices.size() == 1 ? choices.getFirst() : new Expression.Sequence(line, start, end, '|', choices);
            if (cursor.accept(Token.AS)) {
                Expression capture = capture();
                return new Expression.Sequence(line, start, cursor.end(), 'a', List.of(choice, capture));
            }
            return choice;
        } finally {
            depth--;
        }
    }

    private Expression closed() {
        return switch (cursor.kind()) {
            case Token.NAME -> name();
            case Token.LEFT_PAREN -> sequence('(', Token.RIGHT_PAREN);
            case Token.LEFT_BRACKET -> sequence('[', Token.RIGHT_BRACKET);
            case Token.LEFT_BRACE -> mapping();
            default -> expressions.operation(Operators.SUM);
        };
    }

    private Expression name() {
        int line = cursor.line();
        int start = cursor.start();
        boolean mentioned = cursor.isNext(Token.DOT) || cursor.isNext(Token.LEFT_PAREN);
        String id = mentioned ? cursor.mentionName() : cursor.expectName();
        if (!mentioned) {
            return new Expression.Capture(line, start, cursor.end(), id);
        }
        Expression value = new Expression.Name(line, start, cursor.end(), id);
        while (cursor.accept(Token.DOT)) {
            int nameLine = cursor.line();
            String name = cursor.expectName();
            value = new Expression.Attribute(nameLine, start, cursor.end(), value, name);
        }
        return cursor.is(Token.LEFT_PAREN) ? type(value) : value;
    }

    private Expression type(Expression type) {
        cursor.expect(Token.LEFT_PAREN);
        int mark = pile.height();
        while (!cursor.is(Token.RIGHT_PAREN)) {
            String keyword = cursor.is(Token.NAME) && cursor.isNext(Token.EQUAL) ? cursor.expectName() : "";
            if (!keyword.isEmpty()) {
                cursor.advance();
            }
            pile.add(new Argument(keyword, pattern()));
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
        }
        cursor.expect(Token.RIGHT_PAREN);
        return new Expression.Call(type.line(), type.start(), cursor.end(), type, pile.above(mark));
    }

    /** A pattern alone in parentheses is that pattern. */
    private Expression sequence(char bracket, int close) {
        int line = cursor.line();
        int start = cursor.start();
        cursor.advance();
        int mark = pile.height();
        boolean comma = false;
        while (!cursor.is(close)) {
            pile.add(element());
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
            comma = true;
        }
        cursor.expect(close);
        List<Expression> elements = pile.above(mark);
        boolean group = bracket == '(' && elements.size() == 1 && !comma;
        return group && !(elements.getFirst() instanceof Expression.Starred)
                ? elements.getFirst()
                : new Expression.Sequence(line, start, cursor.end(), bracket, elements);
    }

    private Expression mapping() {
        int line = cursor.line();
        int start = cursor.start();
        cursor.advance();
        int mark = pile.height();
        while (!cursor.is(Token.RIGHT_BRACE)) {
            if (cursor.is(Token.DOUBLE_STAR)) {
                pile.add(starred(Token.DOUBLE_STAR));
            } else {
                pile.add(cursor.is(Token.NAME) ? name() : expressions.operation(Operators.SUM));
                cursor.expect(Token.COLON);
                pile.add(pattern());
            }
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
        }
        cursor.expect(Token.RIGHT_BRACE);
        return new Expression.Dictionary(line, start, cursor.end(), pile.above(mark));
    }
}
