package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.List;

/** Parses the parameters of functions, lambdas and types. */
final class ParameterParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private final Pile pile;

    ParameterParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
        this.pile = expressions.pile;
    }

    /** Up to the colon, without annotations. */
    List<Parameter> lambda() {
        return list(Token.COLON, false);
    }

    /** In parentheses, with annotations. */
    List<Parameter> parenthesized() {
        cursor.expect(Token.LEFT_PAREN);
        List<Parameter> parameters = list(Token.RIGHT_PAREN, true);
        cursor.expect(Token.RIGHT_PAREN);
        return parameters;
    }

    private List<Parameter> list(int close, boolean annotated) {
        int mark = pile.height();
        while (!cursor.is(close)) {
            if (!cursor.accept(Token.SLASH)) {
                parameter(annotated);
            }
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
        }
        return pile.above(mark);
    }

    private void parameter(boolean annotated) {
        int line = cursor.line();
        String star = cursor.is(Token.STAR) ? "*" : cursor.is(Token.DOUBLE_STAR) ? "**" : "";
        if (!star.isEmpty()) {
            cursor.advance();
            if (star.equals("*") && cursor.is(Token.COMMA)) {
                return;
            }
        }
        int start = cursor.start();
        String name = cursor.expectName();
        Expression annotation = annotated && cursor.accept(Token.COLON) ? expressions.starredOrNamed() : null;
        int end = cursor.end();
        Expression initial = cursor.accept(Token.EQUAL) ? expressions.expression() : null;
        pile.add(new Parameter(line, start, end, star, name, annotation, initial));
    }

    /** {@code [T: bound = default, *Ts, **P]} if it is there: bounds and defaults. */
    List<Expression> types() {
        if (!cursor.accept(Token.LEFT_BRACKET)) {
            return List.of();
        }
        int mark = pile.height();
        while (!cursor.is(Token.RIGHT_BRACKET)) {
            if (!cursor.accept(Token.STAR)) {
                cursor.accept(Token.DOUBLE_STAR);
            }
            cursor.expectName();
            if (cursor.accept(Token.COLON)) {
                pile.add(expressions.expression());
            }
            if (cursor.accept(Token.EQUAL)) {
                pile.add(expressions.starredOrNamed());
            }
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
        }
        cursor.expect(Token.RIGHT_BRACKET);
        return pile.above(mark);
    }
}
