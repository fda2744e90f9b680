package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses expressions. Operators of one precedence, prefix operators and trailers are loops; only brackets, lambdas and
 * conditionals recurse, at most {@value #DEPTH} deep, so no source overflows a stack of 1 MiB.
 */
final class ExpressionParser {
    /** CPython's tokenizer refuses more than 200 open brackets. */
    static final int DEPTH = 200;

    final TokenCursor cursor;
    final Pile pile = new Pile();
    private final AtomParser atoms;
    private final OperatorParser operators;
    private final ArgumentParser arguments;
    private final ParameterParser parameters;
    private int depth;

    ExpressionParser(TokenCursor cursor, int depth) {
        this.cursor = cursor;
        this.depth = depth;
        this.atoms = new AtomParser(this);
        this.operators = new OperatorParser(this);
        this.arguments = new ArgumentParser(this);
        this.parameters = new ParameterParser(this);
    }

    int depth() {
        return depth;
    }

    /** A conditional, a lambda, or what binds tighter. */
    Expression expression() {
        return cursor.is(Token.LAMBDA) ? lambda() : conditional();
    }

    private void enter() {
        if (++depth > DEPTH) {
            depth--;
            throw cursor.failure("more than " + DEPTH + " levels of nesting");
        }
    }

    private Expression conditional() {
        int start = cursor.start();
        Expression body = operation(1);
        return cursor.is(Token.IF) ? conditional(start, body) : body;
    }

    private Expression conditional(int start, Expression body) {
        var bodies = new ArrayList<Expression>();
        var tests = new ArrayList<Expression>();
        var starts = new ArrayList<Integer>();
        Expression last = body;
        int at = start;
        while (cursor.accept(Token.IF)) {
            bodies.add(last);
            starts.add(at);
            tests.add(operation(1));
            cursor.expect(Token.ELSE);
            at = cursor.start();
            last = cursor.is(Token.LAMBDA) ? expression() : operation(1);
        }
        for (int i = bodies.size() - 1; i >= 0; i--) {
            Expression first = bodies.get(i);
            cursor.saw(Kinds.CONDITIONAL);
            last = new Expression.Conditional(first.line(), starts.get(i), cursor.end(), first, tests.get(i), last);
        }
        return last;
    }

    private Expression lambda() {
        int line = cursor.line();
        int start = cursor.start();
        cursor.advance();
        List<Parameter> named = parameters.lambda();
        cursor.expect(Token.COLON);
        enter();
        Expression body = expression();
        depth--;
        cursor.saw(Kinds.BINDER);
        return new Expression.Lambda(line, start, cursor.end(), named, body);
    }

    /** An expression, or a name and its value: {@code name := value}. */
    Expression named() {
        Expression left = expression();
        if (cursor.is(Token.WALRUS) && left instanceof Expression.Name name) {
            cursor.advance();
            Expression value = expression();
            cursor.saw(Kinds.BINDER);
            return new Expression.Named(name.line(), name.start(), cursor.end(), name, value);
        }
        return left;
    }

    /** {@code *x} or {@link #named()}. */
    Expression starredOrNamed() {
        return cursor.is(Token.STAR) ? starred() : named();
    }

    private Expression starred() {
        int line = cursor.line();
        int start = cursor.start();
        cursor.expect(Token.STAR);
        Expression value = operation(Operators.BIT_OR);
        return new Expression.Starred(line, start, cursor.end(), value);
    }

    /** One expression, or a bare tuple of several. */
    Expression tuple() {
        return sequence(false);
    }

    /** {@code yield …} or {@link #tuple()}. */
    Expression tupleOrYield() {
        return cursor.is(Token.YIELD) ? yielded() : tuple();
    }

    /** The targets of {@code for}: operators looser than {@code |} end them, {@code in} is one. */
    Expression targets() {
        return sequence(true);
    }

    /** The targets of {@code del}: commas between them make no tuple. */
    List<Expression> deleted() {
        int mark = pile.height();
        do {
            pile.add(element(true));
        } while (cursor.accept(Token.COMMA) && startsExpression());
        return pile.above(mark);
    }

    /** One target of {@code with … as}: commas end it. */
    Expression starredTarget() {
        return element(true);
    }

    private Expression sequence(boolean targets) {
        int line = cursor.line();
        int start = cursor.start();
        Expression first = element(targets);
        if (!cursor.is(Token.COMMA)) {
            return first;
        }
        int mark = pile.height();
        pile.add(first);
        while (cursor.accept(Token.COMMA) && startsExpression()) {
            pile.add(element(targets));
        }
        return new Expression.Sequence(line, start, cursor.end(), '(', pile.above(mark));
    }

    private Expression element(boolean targets) {
        if (cursor.is(Token.STAR)) {
            return starred();
        }
        return targets ? operation(Operators.BIT_OR) : named();
    }

    Expression yielded() {
        int line = cursor.line();
        int start = cursor.start();
        cursor.expect(Token.YIELD);
        boolean from = cursor.accept(Token.FROM);
        Expression value = from ? expression() : startsExpression() ? tuple() : null;
        cursor.saw(Kinds.YIELD);
        return new Expression.Yield(line, start, cursor.end(), value, from);
    }

    boolean startsExpression() {
        return Token.startsExpression(cursor.kind());
    }

    /** Operators that bind at least this tightly: 1 is {@code or}, 5 is {@code |}. */
    Expression operation(int loosest) {
        return operators.operation(loosest);
    }

    /** All nesting in brackets passes here; a failure leaves the depth to {@link #recover}. */
    Expression primary() {
        enter();
        int start = cursor.start();
        Expression value = atoms.atom();
        while (true) {
            switch (cursor.kind()) {
                case Token.DOT -> {
                    cursor.advance();
                    int line = cursor.line();
                    String name = cursor.expectName();
                    cursor.saw(Kinds.ATTRIBUTE);
                    value = new Expression.Attribute(line, start, cursor.end(), value, name);
                }
                case Token.LEFT_PAREN -> {
                    List<Argument> given = arguments.parenthesized();
                    cursor.saw(Kinds.CALL);
                    value = new Expression.Call(value.line(), start, cursor.end(), value, given);
                }
                case Token.LEFT_BRACKET -> {
                    Expression index = arguments.subscript();
                    cursor.saw(Kinds.SUBSCRIPT);
                    value = new Expression.Subscript(value.line(), start, cursor.end(), value, index);
                }
                default -> {
                    depth--;
                    return value;
                }
            }
        }
    }

    /** Back to what it was when {@link #depth()} and the height of the pile were these: a failure left them. */
    void recover(int depthBefore, int mark) {
        depth = depthBefore;
        pile.cut(mark);
    }
}
