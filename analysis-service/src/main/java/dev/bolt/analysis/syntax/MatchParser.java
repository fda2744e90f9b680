package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Statement.Case;
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
        int position = cursor.position();
        int line = cursor.line();
        Expression subject = subject();
        if (subject == null) {
            cursor.reset(position);
            return null;
        }
        var cases = new ArrayList<Case>();
        while (!cursor.is(TokenKind.DEDENT) && !cursor.is(TokenKind.END)) {
            cases.add(branch());
        }
        cursor.accept(TokenKind.DEDENT);
        return new Statement.Match(cursor.since(line), subject, List.copyOf(cases));
    }

    /** The subject with colon, newline, indentation and a {@code case} behind it; null if any of them is missing. */
    private @Nullable Expression subject() {
        cursor.advance();
        if (!expressions.startsExpression()) {
            return null;
        }
        try {
            Expression subject = expressions.tuple();
            boolean head = cursor.acceptOperator(":") && cursor.accept(TokenKind.NEWLINE);
            return head && cursor.accept(TokenKind.INDENT) && cursor.isName("case") ? subject : null;
        } catch (SyntaxFailure aNameAfterAll) {
            return null;
        }
    }

    private Case branch() {
        int line = cursor.line();
        int position = cursor.position();
        try {
            if (!cursor.isName("case")) {
                throw cursor.failure("expected 'case'");
            }
            cursor.advance();
            Expression pattern = new PatternParser(expressions).patterns();
            Expression guard = cursor.acceptKeyword("if") ? expressions.named() : null;
            return new Case(pattern, guard, statements.block());
        } catch (SyntaxFailure failure) {
            Statement broken = statements.recover(line, position, failure);
            return new Case(new Expression.Capture(line, "_"), null, List.of(broken));
        }
    }
}
