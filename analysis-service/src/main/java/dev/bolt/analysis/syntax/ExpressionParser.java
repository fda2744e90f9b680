package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions by precedence climbing. Operators of one precedence, prefix operators and trailers are loops; only
 * brackets, lambdas and conditionals recurse, at most {@value #DEPTH} deep, so no source overflows a stack of 1 MiB.
 */
final class ExpressionParser {
    /** CPython's tokenizer refuses more than 200 open brackets. */
    static final int DEPTH = 200;

    final TokenCursor cursor;
    private final AtomParser atoms;
    private final ArgumentParser arguments;
    private final ParameterParser parameters;
    private int depth;

    ExpressionParser(TokenCursor cursor, int depth) {
        this.cursor = cursor;
        this.depth = depth;
        this.atoms = new AtomParser(this);
        this.arguments = new ArgumentParser(this);
        this.parameters = new ParameterParser(this);
    }

    int depth() {
        return depth;
    }

    /** A conditional, a lambda, or what binds tighter. */
    Expression expression() {
        return cursor.isKeyword("lambda") ? lambda() : conditional();
    }

    private void enter() {
        if (++depth > DEPTH) {
            depth--;
            throw cursor.failure("more than " + DEPTH + " levels of nesting");
        }
    }

    private Expression conditional() {
        Expression body = operation(1);
        if (!cursor.isKeyword("if")) {
            return body;
        }
        var bodies = new ArrayList<Expression>();
        var tests = new ArrayList<Expression>();
        Expression last = body;
        while (cursor.acceptKeyword("if")) {
            bodies.add(last);
            tests.add(operation(1));
            cursor.expectKeyword("else");
            last = cursor.isKeyword("lambda") ? expression() : operation(1);
        }
        for (int i = bodies.size() - 1; i >= 0; i--) {
            last = new Expression.Conditional(bodies.get(i).line(), bodies.get(i), tests.get(i), last);
        }
        return last;
    }

    private Expression lambda() {
        int line = cursor.line();
        cursor.advance();
        List<Parameter> named = parameters.lambda();
        cursor.expectOperator(":");
        enter();
        try {
            return new Expression.Lambda(line, named, expression());
        } finally {
            depth--;
        }
    }

    /** An expression, or a name and its value: {@code name := value}. */
    Expression named() {
        Expression left = expression();
        if (left instanceof Expression.Name name && cursor.acceptOperator(":=")) {
            return new Expression.Named(name.line(), name, expression());
        }
        return left;
    }

    /** {@code *x} or {@link #named()}. */
    Expression starredOrNamed() {
        return cursor.isOperator("*") ? starred() : named();
    }

    private Expression starred() {
        int line = cursor.line();
        cursor.expectOperator("*");
        return new Expression.Starred(line, operation(Operators.BIT_OR));
    }

    /** One expression, or a bare tuple of several. */
    Expression tuple() {
        return sequence(false);
    }

    /** {@code yield …} or {@link #tuple()}. */
    Expression tupleOrYield() {
        return cursor.isKeyword("yield") ? yielded() : tuple();
    }

    /** The targets of {@code for}: operators looser than {@code |} end them, {@code in} is one. */
    Expression targets() {
        return sequence(true);
    }

    /** The targets of {@code del}: commas between them make no tuple. */
    List<Expression> deleted() {
        var targets = new ArrayList<Expression>();
        do {
            targets.add(element(true));
        } while (cursor.acceptOperator(",") && startsExpression());
        return List.copyOf(targets);
    }

    /** One target of {@code with … as}: commas end it. */
    Expression starredTarget() {
        return element(true);
    }

    private Expression sequence(boolean targets) {
        int line = cursor.line();
        Expression first = element(targets);
        if (!cursor.isOperator(",")) {
            return first;
        }
        var elements = new ArrayList<Expression>();
        elements.add(first);
        while (cursor.acceptOperator(",") && startsExpression()) {
            elements.add(element(targets));
        }
        return new Expression.Sequence(line, '(', List.copyOf(elements));
    }

    private Expression element(boolean targets) {
        if (cursor.isOperator("*")) {
            return starred();
        }
        return targets ? operation(Operators.BIT_OR) : named();
    }

    Expression yielded() {
        int line = cursor.line();
        cursor.expectKeyword("yield");
        if (cursor.acceptKeyword("from")) {
            return new Expression.Yield(line, expression(), true);
        }
        return new Expression.Yield(line, startsExpression() ? tuple() : null, false);
    }

    boolean startsExpression() {
        return switch (cursor.kind()) {
            case NAME, NUMBER, STRING, ERROR -> true;
            case OPERATOR ->
                switch (cursor.text()) {
                    case "(", "[", "{", "-", "+", "~", "*", "..." -> true;
                    default -> false;
                };
            case KEYWORD ->
                switch (cursor.text()) {
                    case "None", "True", "False", "not", "lambda", "await", "yield" -> true;
                    default -> false;
                };
            case NEWLINE, INDENT, DEDENT, END -> false;
        };
    }

    /** Operators that bind at least this tightly: 1 is {@code or}, 5 is {@code |}. */
    Expression operation(int loosest) {
        Expression left = loosest <= Operators.NOT && cursor.isKeyword("not") ? negation() : unary();
        while (true) {
            int precedence = Operators.precedence(cursor);
            if (precedence < loosest || precedence == 0) {
                return left;
            }
            var operands = new ArrayList<Expression>();
            var operators = new ArrayList<String>();
            operands.add(left);
            while (Operators.precedence(cursor) == precedence) {
                operators.add(Operators.take(cursor));
                operands.add(operation(precedence + 1));
            }
            left = combine(precedence, List.copyOf(operands), List.copyOf(operators));
        }
    }

    private static Expression combine(int precedence, List<Expression> operands, List<String> operators) {
        int line = operands.getFirst().line();
        return switch (precedence) {
            case 1, 2 -> new Expression.Logic(line, operators.getFirst(), operands);
            case Operators.COMPARISON -> new Expression.Comparison(line, operands, operators);
            default -> new Expression.Operation(line, operands, operators);
        };
    }

    private Expression negation() {
        int line = cursor.line();
        var operators = new ArrayList<String>();
        while (cursor.acceptKeyword("not")) {
            operators.add("not");
        }
        return new Expression.Unary(line, List.copyOf(operators), operation(Operators.COMPARISON));
    }

    private Expression unary() {
        int line = cursor.line();
        List<String> operators = null;
        while (cursor.isOperator("-") || cursor.isOperator("+") || cursor.isOperator("~")) {
            operators = operators == null ? new ArrayList<>() : operators;
            operators.add(cursor.text());
            cursor.advance();
        }
        Expression operand = power();
        return operators == null ? operand : new Expression.Unary(line, List.copyOf(operators), operand);
    }

    /** {@code a ** b ** c} as one operation, read from the right; signs before an exponent belong to it alone. */
    private Expression power() {
        Expression base = awaited();
        if (!cursor.isOperator("**")) {
            return base;
        }
        var operands = new ArrayList<Expression>();
        var operators = new ArrayList<String>();
        operands.add(base);
        while (cursor.acceptOperator("**")) {
            operators.add("**");
            operands.add(exponent());
        }
        return new Expression.Operation(base.line(), List.copyOf(operands), List.copyOf(operators));
    }

    private Expression exponent() {
        int line = cursor.line();
        List<String> signs = null;
        while (cursor.isOperator("-") || cursor.isOperator("+") || cursor.isOperator("~")) {
            signs = signs == null ? new ArrayList<>() : signs;
            signs.add(cursor.text());
            cursor.advance();
        }
        Expression operand = awaited();
        return signs == null ? operand : new Expression.Unary(line, List.copyOf(signs), operand);
    }

    private Expression awaited() {
        int line = cursor.line();
        return cursor.acceptKeyword("await") ? new Expression.Await(line, primary()) : primary();
    }

    /** All nesting in brackets passes here. */
    private Expression primary() {
        enter();
        try {
            Expression value = atoms.atom();
            while (cursor.is(TokenKind.OPERATOR)) {
                Expression longer = trailer(value);
                if (longer == null) {
                    return value;
                }
                value = longer;
            }
            return value;
        } finally {
            depth--;
        }
    }

    private @Nullable Expression trailer(Expression value) {
        switch (cursor.text()) {
            case "." -> {
                cursor.advance();
                int line = cursor.line();
                return new Expression.Attribute(line, value, cursor.expectName());
            }
            case "(" -> {
                List<Argument> given = arguments.parenthesized();
                return new Expression.Call(value.line(), value, given);
            }
            case "[" -> {
                return new Expression.Subscript(value.line(), value, arguments.subscript());
            }
            default -> {
                return null;
            }
        }
    }
}
