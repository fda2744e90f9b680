package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Statement.Branch;
import dev.bolt.analysis.syntax.Statement.Handler;
import dev.bolt.analysis.syntax.Statement.WithItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the statements that hold blocks, save definitions and {@code match}. */
final class CompoundStatementParser {
    private final StatementParser statements;
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final DefinitionParser definitions;
    private final MatchParser matches;

    CompoundStatementParser(StatementParser statements) {
        this.statements = statements;
        this.cursor = statements.cursor;
        this.expressions = statements.expressions;
        this.definitions = new DefinitionParser(statements);
        this.matches = new MatchParser(statements);
    }

    /** The compound statement that begins here; null if a simple one does. */
    @Nullable
    Statement statement() {
        int line = cursor.line();
        return switch (cursor.kind()) {
            case KEYWORD ->
                switch (cursor.text()) {
                    case "if" -> branching(line);
                    case "for" -> loop(line, false);
                    case "while" -> whileLoop(line);
                    case "try" -> guarded(line);
                    case "with" -> with(line, false);
                    case "def", "class" -> definitions.definition();
                    case "async" -> async(line);
                    default -> null;
                };
            case OPERATOR -> cursor.isOperator("@") ? definitions.definition() : null;
            case NAME -> cursor.isName("match") ? matches.match() : null;
            case INDENT -> throw cursor.failure("unexpected indentation");
            case NUMBER, STRING, NEWLINE, DEDENT, ERROR, END -> null;
        };
    }

    private Statement async(int line) {
        if (cursor.isKeywordNext("def")) {
            return definitions.definition();
        }
        cursor.advance();
        return cursor.isKeyword("with") ? with(line, true) : loop(line, true);
    }

    private Statement branching(int line) {
        var branches = new ArrayList<Branch>();
        do {
            cursor.advance();
            Expression test = expressions.named();
            branches.add(new Branch(test, statements.block()));
        } while (cursor.isKeyword("elif"));
        List<Statement> orElse = orElse();
        return new Statement.If(cursor.since(line), List.copyOf(branches), orElse);
    }

    private List<Statement> orElse() {
        return cursor.acceptKeyword("else") ? statements.block() : List.of();
    }

    private Statement loop(int line, boolean async) {
        cursor.expectKeyword("for");
        Expression target = expressions.targets();
        cursor.expectKeyword("in");
        Expression iterable = expressions.tuple();
        List<Statement> body = statements.block();
        List<Statement> orElse = orElse();
        return new Statement.For(cursor.since(line), async, target, iterable, body, orElse);
    }

    private Statement whileLoop(int line) {
        cursor.advance();
        Expression test = expressions.named();
        List<Statement> body = statements.block();
        List<Statement> orElse = orElse();
        return new Statement.While(cursor.since(line), test, body, orElse);
    }

    private Statement guarded(int line) {
        cursor.advance();
        List<Statement> body = statements.block();
        var handlers = new ArrayList<Handler>();
        while (cursor.isKeyword("except")) {
            handlers.add(handler());
        }
        List<Statement> orElse = orElse();
        boolean ended = cursor.acceptKeyword("finally");
        List<Statement> finallyBody = ended ? statements.block() : List.of();
        if (handlers.isEmpty() && !ended) {
            statements.problem(cursor.failure("expected 'except' or 'finally'"));
        }
        return new Statement.Try(cursor.since(line), body, List.copyOf(handlers), orElse, finallyBody);
    }

    private Handler handler() {
        int line = cursor.line();
        cursor.advance();
        cursor.acceptOperator("*");
        Expression type = cursor.isOperator(":") ? null : expressions.tuple();
        String name = type != null && cursor.acceptKeyword("as") ? cursor.expectName() : null;
        List<Statement> body = statements.block();
        return new Handler(cursor.since(line), type, name, body);
    }

    private Statement with(int line, boolean async) {
        cursor.expectKeyword("with");
        List<WithItem> items = items();
        List<Statement> body = statements.block();
        return new Statement.With(cursor.since(line), async, items, body);
    }

    /** Tries the parenthesized form first and takes it back if no colon follows: {@code with (a).b as c:}. */
    private List<WithItem> items() {
        if (cursor.isOperator("(")) {
            int position = cursor.position();
            try {
                cursor.advance();
                var items = new ArrayList<WithItem>();
                while (!cursor.isOperator(")")) {
                    items.add(item());
                    if (!cursor.acceptOperator(",")) {
                        break;
                    }
                }
                cursor.expectOperator(")");
                if (cursor.isOperator(":") && !items.isEmpty()) {
                    return List.copyOf(items);
                }
            } catch (SyntaxFailure notThisForm) {
                // The plain form below says what is wrong, if anything is.
            }
            cursor.reset(position);
        }
        var items = new ArrayList<WithItem>();
        do {
            items.add(item());
        } while (cursor.acceptOperator(","));
        return List.copyOf(items);
    }

    private WithItem item() {
        Expression context = expressions.expression();
        Expression target = cursor.acceptKeyword("as") ? expressions.starredTarget() : null;
        return new WithItem(context, target);
    }
}
