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
        while (!cursor.is(Token.END)) {
            if (!cursor.accept(Token.NEWLINE) && !cursor.accept(Token.DEDENT)) {
                guarded(body, true);
            }
        }
        return List.copyOf(body);
    }

    /** What follows a colon: an indented block, or simple statements on the same line. A missing one is a problem. */
    List<Statement> block() {
        cursor.expect(Token.COLON);
        var body = new ArrayList<Statement>();
        if (!cursor.accept(Token.NEWLINE)) {
            guarded(body, false);
        } else if (cursor.is(Token.INDENT)) {
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
        cursor.accept(Token.INDENT);
        while (!cursor.is(Token.DEDENT) && !cursor.is(Token.END)) {
            guarded(into, true);
        }
        cursor.accept(Token.DEDENT);
    }

    private void guarded(List<Statement> into, boolean compoundToo) {
        int position = cursor.position();
        int depth = expressions.depth();
        int mark = expressions.pile.height();
        int kinds = cursor.kinds();
        int inside = cursor.inside();
        cursor.enter();
        try {
            Statement statement = compoundToo ? compound.statement() : null;
            if (statement != null) {
                into.add(statement);
            } else {
                simpleLine(into);
            }
        } catch (SyntaxFailure failure) {
            expressions.recover(depth, mark);
            into.add(recover(position, failure));
        }
        cursor.leave(kinds, inside);
        if (into.getLast() instanceof Statement.FunctionDef || into.getLast() instanceof Statement.ClassDef) {
            cursor.defined();
        }
    }

    private void simpleLine(List<Statement> into) {
        into.add(simple.statement());
        while (cursor.accept(Token.SEMICOLON)) {
            if (cursor.is(Token.NEWLINE)) {
                break;
            }
            into.add(simple.statement());
        }
        if (!cursor.accept(Token.NEWLINE)) {
            throw cursor.failure("expected the end of the statement");
        }
    }

    /** Skips to the end of the logical line and keeps the block below it. Always passes at least one token. */
    Statement recover(int position, SyntaxFailure failure) {
        problem(failure);
        cursor.saw(Kinds.ANY);
        while (!cursor.is(Token.NEWLINE) && !cursor.is(Token.END) && !atBlock(position)) {
            cursor.advance();
        }
        cursor.accept(Token.NEWLINE);
        var body = new ArrayList<Statement>();
        if (cursor.is(Token.INDENT)) {
            indented(body);
        }
        if (cursor.position() == position) {
            cursor.advance();
        }
        return new Statement.Broken(cursor.since(position), failure.problem().message(), List.copyOf(body));
    }

    /** A block may follow at once: one that was not expected, or one below a line that ended too early. */
    private boolean atBlock(int position) {
        return cursor.is(Token.INDENT) || cursor.position() > position && cursor.is(Token.DEDENT);
    }
}
