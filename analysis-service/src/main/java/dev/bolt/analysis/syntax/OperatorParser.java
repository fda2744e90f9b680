package dev.bolt.analysis.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Parses operators and what they stand between by precedence climbing: chains of one precedence are loops. */
final class OperatorParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private final Pile pile;

    OperatorParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
        this.pile = expressions.pile;
    }

    /** Operators that bind at least this tightly: 1 is {@code or}, 5 is {@code |}. */
    Expression operation(int loosest) {
        int start = cursor.start();
        Expression left = Operators.isPrefix(cursor.kind())
                ? loosest <= Operators.NOT && cursor.is(Token.NOT) ? negation() : unary()
                : raised(start, expressions.primary());
        while (true) {
            int precedence = Operators.precedence(cursor);
            if (precedence < loosest || precedence == 0) {
                return left;
            }
            left = chain(start, precedence, left);
        }
    }

    private Expression chain(int start, int precedence, Expression left) {
        int line = left.line();
        int mark = pile.height();
        pile.add(left);
        var operators = new ArrayList<String>(2);
        while (Operators.precedence(cursor) == precedence) {
            operators.add(Operators.take(cursor));
            pile.add(operation(precedence + 1));
        }
        List<Expression> operands = pile.above(mark);
        List<String> signs = List.copyOf(operators);
        cursor.saw(
                precedence <= 2
                        ? Kinds.LOGIC
                        : precedence == Operators.COMPARISON ? Kinds.COMPARISON : Kinds.OPERATION);
        return switch (precedence) {
            case 1, 2 -> new Expression.Logic(line, start, cursor.end(), signs.getFirst(), operands);
            case Operators.COMPARISON -> new Expression.Comparison(line, start, cursor.end(), operands, signs);
            default -> new Expression.Operation(line, start, cursor.end(), operands, signs);
        };
    }

    private Expression negation() {
        int line = cursor.line();
        int start = cursor.start();
        int mark = pile.height();
        while (cursor.accept(Token.NOT)) {
            pile.add("not");
        }
        List<String> operators = pile.above(mark);
        Expression operand = operation(Operators.COMPARISON);
        cursor.saw(Kinds.OPERATION);
        return new Expression.Unary(line, start, cursor.end(), operators, operand);
    }

    private boolean isSign() {
        return cursor.is(Token.MINUS) || cursor.is(Token.PLUS) || cursor.is(Token.TILDE);
    }

    private List<String> signs() {
        int mark = pile.height();
        while (isSign()) {
            pile.add(Token.text(cursor.kind()));
            cursor.advance();
        }
        return pile.above(mark);
    }

    private Expression unary() {
        if (!isSign()) {
            return power();
        }
        int line = cursor.line();
        int start = cursor.start();
        List<String> operators = signs();
        Expression operand = power();
        cursor.saw(Kinds.OPERATION);
        return new Expression.Unary(line, start, cursor.end(), operators, operand);
    }

    /** {@code a ** b ** c} as one operation, read from the right; signs before an exponent belong to it alone. */
    private Expression power() {
        int start = cursor.start();
        return raised(start, awaited());
    }

    private Expression raised(int start, Expression base) {
        if (!cursor.is(Token.DOUBLE_STAR)) {
            return base;
        }
        int mark = pile.height();
        pile.add(base);
        int operators = 0;
        while (cursor.accept(Token.DOUBLE_STAR)) {
            operators++;
            pile.add(exponent());
        }
        cursor.saw(Kinds.OPERATION);
        return new Expression.Operation(
                base.line(), start, cursor.end(), pile.above(mark), Collections.nCopies(operators, "**"));
    }

    private Expression exponent() {
        if (!isSign()) {
            return awaited();
        }
        int line = cursor.line();
        int start = cursor.start();
        List<String> signs = signs();
        Expression operand = awaited();
        cursor.saw(Kinds.OPERATION);
        return new Expression.Unary(line, start, cursor.end(), signs, operand);
    }

    private Expression awaited() {
        if (!cursor.is(Token.AWAIT)) {
            return expressions.primary();
        }
        int line = cursor.line();
        int start = cursor.start();
        cursor.advance();
        Expression value = expressions.primary();
        return new Expression.Await(line, start, cursor.end(), value);
    }
}
