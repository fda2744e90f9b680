package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import java.util.List;

/** Parses what stands in the brackets of a call, a class head or a subscript. */
final class ArgumentParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private final Pile pile;

    ArgumentParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
        this.pile = expressions.pile;
    }

    /** {@code (a, *b, c=d, **e)} or {@code (x for x in y)}. */
    List<Argument> parenthesized() {
        int open = cursor.start();
        cursor.expect(Token.LEFT_PAREN);
        int mark = pile.height();
        while (!cursor.is(Token.RIGHT_PAREN)) {
            pile.add(argument(open));
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
        }
        cursor.expect(Token.RIGHT_PAREN);
        return pile.above(mark);
    }

    private Argument argument(int open) {
        if (cursor.accept(Token.STAR)) {
            return new Argument("*", expressions.expression());
        }
        if (cursor.accept(Token.DOUBLE_STAR)) {
            return new Argument("**", expressions.expression());
        }
        if (cursor.is(Token.NAME) && cursor.isNext(Token.EQUAL)) {
            String keyword = cursor.expectName();
            cursor.expect(Token.EQUAL);
            return new Argument(keyword, expressions.expression());
        }
        Expression value = expressions.named();
        return ComprehensionParser.startsAt(cursor)
                ? new Argument("", generator(open, value))
                : new Argument("", value);
    }

    /** The brackets of the call are its own. */
    private Expression generator(int open, Expression element) {
        var clauses = ComprehensionParser.clauses(expressions);
        int close = cursor.is(Token.RIGHT_PAREN) ? cursor.start() + 1 : cursor.end();
        return new Expression.Comprehension(element.line(), open, close, '(', List.of(element), clauses);
    }

    /** {@code [a:b, *c]}; a star alone makes a tuple, too (PEP 646). */
    Expression subscript() {
        cursor.expect(Token.LEFT_BRACKET);
        int line = cursor.line();
        int start = cursor.start();
        Expression first = part();
        if (cursor.is(Token.COMMA)) {
            int mark = pile.height();
            pile.add(first);
            while (cursor.accept(Token.COMMA) && !cursor.is(Token.RIGHT_BRACKET)) {
                pile.add(part());
            }
            first = new Expression.Sequence(line, start, cursor.end(), '(', pile.above(mark));
        } else if (first instanceof Expression.Starred) {
            first = new Expression.Sequence(line, start, cursor.end(), '(', List.of(first));
        }
        cursor.expect(Token.RIGHT_BRACKET);
        return first;
    }

    private Expression part() {
        int line = cursor.line();
        int start = cursor.start();
        int mark = pile.height();
        if (!cursor.is(Token.COLON)) {
            Expression value = expressions.starredOrNamed();
            if (!cursor.is(Token.COLON)) {
                return value;
            }
            pile.add(value);
        }
        while (cursor.accept(Token.COLON)) {
            if (!cursor.is(Token.COLON) && !cursor.is(Token.COMMA) && !cursor.is(Token.RIGHT_BRACKET)) {
                pile.add(expressions.expression());
            }
        }
        return new Expression.Slice(line, start, cursor.end(), pile.above(mark));
    }
}
