package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Clause;
import java.util.ArrayList;
import java.util.List;

/** Parses the {@code for … in … if …} clauses of a comprehension. */
final class ComprehensionParser {
    private ComprehensionParser() {}

    static boolean startsAt(TokenCursor cursor) {
        return cursor.isKeyword("for") || cursor.isKeyword("async") && cursor.isKeywordNext("for");
    }

    static List<Clause> clauses(ExpressionParser expressions) {
        TokenCursor cursor = expressions.cursor;
        var clauses = new ArrayList<Clause>();
        while (startsAt(cursor)) {
            cursor.acceptKeyword("async");
            cursor.expectKeyword("for");
            Expression target = expressions.targets();
            cursor.expectKeyword("in");
            Expression iterable = expressions.operation(1);
            var conditions = new ArrayList<Expression>();
            while (cursor.acceptKeyword("if")) {
                conditions.add(condition(expressions));
            }
            clauses.add(new Clause(target, iterable, List.copyOf(conditions)));
        }
        return List.copyOf(clauses);
    }

    /** A condition without {@code else}: the next {@code if} is another condition. A walrus may stand in it. */
    private static Expression condition(ExpressionParser expressions) {
        TokenCursor cursor = expressions.cursor;
        Expression test = cursor.isKeyword("lambda") ? expressions.expression() : expressions.operation(1);
        if (test instanceof Expression.Name name && cursor.acceptOperator(":=")) {
            return new Expression.Named(name.line(), name, expressions.operation(1));
        }
        return test;
    }
}
