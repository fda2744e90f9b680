package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Clause;
import java.util.ArrayList;
import java.util.List;

/** Parses the {@code for … in … if …} clauses of a comprehension. */
final class ComprehensionParser {
    private ComprehensionParser() {}

    static boolean startsAt(TokenCursor cursor) {
        return cursor.is(Token.FOR) || cursor.is(Token.ASYNC) && cursor.isNext(Token.FOR);
    }

    static List<Clause> clauses(ExpressionParser expressions) {
        TokenCursor cursor = expressions.cursor;
        cursor.saw(Kinds.COMPREHENSION);
        var clauses = new ArrayList<Clause>();
        while (startsAt(cursor)) {
            cursor.accept(Token.ASYNC);
            cursor.expect(Token.FOR);
            Expression target = expressions.targets();
            cursor.expect(Token.IN);
            Expression iterable = expressions.operation(1);
            var conditions = new ArrayList<Expression>();
            while (cursor.accept(Token.IF)) {
                conditions.add(condition(expressions));
            }
            clauses.add(new Clause(target, iterable, List.copyOf(conditions)));
        }
        return List.copyOf(clauses);
    }

    /** A condition without {@code else}: the next {@code if} is another condition. A walrus may stand in it. */
    private static Expression condition(ExpressionParser expressions) {
        TokenCursor cursor = expressions.cursor;
        Expression test = cursor.is(Token.LAMBDA) ? expressions.expression() : expressions.operation(1);
        if (test instanceof Expression.Name name && cursor.accept(Token.WALRUS)) {
            Expression value = expressions.operation(1);
            cursor.saw(Kinds.BINDER);
            return new Expression.Named(name.line(), name.start(), cursor.end(), name, value);
        }
        return test;
    }
}
