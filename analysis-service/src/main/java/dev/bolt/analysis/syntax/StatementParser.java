package dev.bolt.analysis.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses statements one by one and recovers from a broken one at the end of its logical line. */
final class StatementParser {
    final TokenCursor cursor;
    final ExpressionParser expressions;
    private final List<SyntaxProblem> problems;
    private final SimpleStatementParser simple;
    private final CompoundStatementParser compound;

    StatementParser(TokenCursor cursor, List<SyntaxProblem> problems) {
        this.cursor = cursor;
        this.problems = problems;
        this.expressions = new ExpressionParser(cursor, 0);
        this.simple = new SimpleStatementParser(this);
        this.compound = new CompoundStatementParser(this);
    }

    List<Statement> module() {
        var body = new ArrayList<Statement>();
        while (!cursor.is(TokenKind.END)) {
            if (!cursor.accept(TokenKind.NEWLINE) && !cursor.accept(TokenKind.DEDENT)) {
                guarded(body, true);
            }
        }
        return List.copyOf(body);
    }

    /** What follows a colon: an indented block, or simple statements on the same line. A missing one is a problem. */
    List<Statement> block() {
        cursor.expectOperator(":");
        var body = new ArrayList<Statement>();
        if (!cursor.accept(TokenKind.NEWLINE)) {
            guarded(body, false);
        } else if (cursor.is(TokenKind.INDENT)) {
            indented(body);
        } else {
            problem(cursor.failure("expected an indented block"));
        }
        return List.copyOf(body);
    }

    void problem(SyntaxFailure failure) {
        problems.add(failure.problem());
    }

    private void indented(List<Statement> into) {
        cursor.accept(TokenKind.INDENT);
        while (!cursor.is(TokenKind.DEDENT) && !cursor.is(TokenKind.END)) {
            guarded(into, true);
        }
        cursor.accept(TokenKind.DEDENT);
    }

    private void guarded(List<Statement> into, boolean compoundToo) {
        int line = cursor.line();
        int position = cursor.position();
        try {
            Statement statement = compoundToo ? compound.statement() : null;
            if (statement != null) {
                into.add(statement);
            } else {
                simpleLine(into);
            }
        } catch (SyntaxFailure failure) {
            into.add(recover(line, position, failure));
        }
    }

    private void simpleLine(List<Statement> into) {
        into.add(simple.statement());
        while (cursor.acceptOperator(";")) {
            if (cursor.is(TokenKind.NEWLINE)) {
                break;
            }
            into.add(simple.statement());
        }
        if (!cursor.accept(TokenKind.NEWLINE)) {
            throw cursor.failure("expected the end of the statement");
        }
    }

    /** Skips to the end of the logical line and keeps the block below it. Always passes at least one token. */
    Statement recover(int line, int position, SyntaxFailure failure) {
        problem(failure);
        while (!cursor.is(TokenKind.NEWLINE) && !cursor.is(TokenKind.END) && !atBlock(position)) {
            cursor.advance();
        }
        cursor.accept(TokenKind.NEWLINE);
        var body = new ArrayList<Statement>();
        if (cursor.is(TokenKind.INDENT)) {
            indented(body);
        }
        if (cursor.position() == position) {
            cursor.advance();
        }
        return new Statement.Broken(cursor.since(line), failure.problem().message(), List.copyOf(body));
    }

    /** A block may follow at once: one that was not expected, or one below a line that ended too early. */
    private boolean atBlock(int position) {
        return cursor.is(TokenKind.INDENT) || cursor.position() > position && cursor.is(TokenKind.DEDENT);
    }
}
