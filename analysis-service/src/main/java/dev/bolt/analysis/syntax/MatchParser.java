package dev.bolt.analysis.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses {@code match} where it is a statement; elsewhere it is a name (soft keyword, PEP 634). */
final class MatchParser {
    private final StatementParser statements;
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    MatchParser(StatementParser statements) {
        this.statements = statements;
        this.cursor = statements.cursor;
        this.expressions = statements.expressions;
    }

    /** The statement, or null with the cursor unmoved if {@code match} is a name here. */
    @Nullable
    Statement match() {
        int first = cursor.position();
        int depth = expressions.depth();
        int mark = expressions.pile.height();
        Expression subject = subject();
        if (subject == null) {
            expressions.recover(depth, mark);
            cursor.reset(first);
            return null;
        }
        var cases = new ArrayList<Case>();
        while (!cursor.is(Token.DEDENT) && !cursor.is(Token.END)) {
            cases.add(branch());
        }
        cursor.accept(Token.DEDENT);
        cursor.saw(Kinds.ANY);
        return new Statement.Match(cursor.since(first), subject, List.copyOf(cases));
    }

    /** The subject with colon, newline, indentation and a {@code case} behind it; null if any of them is missing. */
    private @Nullable Expression subject() {
        cursor.advance();
        if (!expressions.startsExpression()) {
            return null;
        }
        try {
            Expression subject = expressions.tuple();
            boolean head = cursor.accept(Token.COLON) && cursor.accept(Token.NEWLINE);
            return head && cursor.accept(Token.INDENT) && cursor.isName("case") ? subject : null;
        } catch (SyntaxFailure aNameAfterAll) {
            return null;
        }
    }

    private Case branch() {
        int position = cursor.position();
        int depth = expressions.depth();
        int mark = expressions.pile.height();
        try {
            if (!cursor.isName("case")) {
                throw cursor.failure("expected 'case'");
            }
            cursor.advance();
            Expression pattern = new PatternParser(expressions).patterns();
            Expression guard = cursor.accept(Token.IF) ? expressions.named() : null;
            return new Case(pattern, guard, statements.block());
        } catch (SyntaxFailure failure) {
            expressions.recover(depth, mark);
            Statement broken = statements.recover(position, failure);
            Lines at = broken.lines();
            return new Case(new Expression.Capture(at.first(), at.start(), at.end(), "_"), null, List.of(broken));
        }
    }
}
