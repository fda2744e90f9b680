package dev.bolt.analysis.syntax;

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
        int first = cursor.position();
        return switch (cursor.kind()) {
            case Token.IF, Token.FOR, Token.WHILE, Token.TRY, Token.WITH -> nest(first);
            case Token.DEF, Token.CLASS, Token.AT -> definitions.definition();
            case Token.ASYNC -> async(first);
            case Token.NAME -> cursor.isName("match") ? matches.match() : null;
            case Token.INDENT -> throw cursor.failure("unexpected indentation");
            default -> null;
        };
    }

    private Statement nest(int first) {
        cursor.saw(Kinds.NEST);
        return switch (cursor.kind()) {
            case Token.IF -> branching(first);
            case Token.FOR -> loop(first, false);
            case Token.WHILE -> whileLoop(first);
            case Token.TRY -> guarded(first);
            default -> with(first, false);
        };
    }

    private Statement async(int first) {
        if (cursor.isNext(Token.DEF)) {
            return definitions.definition();
        }
        cursor.saw(Kinds.NEST);
        cursor.advance();
        return cursor.is(Token.WITH) ? with(first, true) : loop(first, true);
    }

    private Statement branching(int first) {
        var branches = new ArrayList<Branch>();
        do {
            cursor.advance();
            Expression test = expressions.named();
            branches.add(new Branch(test, statements.block()));
        } while (cursor.is(Token.ELIF));
        List<Statement> orElse = orElse();
        return new Statement.If(cursor.since(first), List.copyOf(branches), orElse);
    }

    private List<Statement> orElse() {
        return cursor.accept(Token.ELSE) ? statements.block() : List.of();
    }

    private Statement loop(int first, boolean async) {
        cursor.expect(Token.FOR);
        Expression target = expressions.targets();
        cursor.expect(Token.IN);
        Expression iterable = expressions.tuple();
        List<Statement> body = statements.block();
        List<Statement> orElse = orElse();
        return new Statement.For(cursor.since(first), async, target, iterable, body, orElse);
    }

    private Statement whileLoop(int first) {
        cursor.advance();
        Expression test = expressions.named();
        List<Statement> body = statements.block();
        List<Statement> orElse = orElse();
        return new Statement.While(cursor.since(first), test, body, orElse);
    }

    private Statement guarded(int first) {
        cursor.advance();
        List<Statement> body = statements.block();
        var handlers = new ArrayList<Handler>();
        while (cursor.is(Token.EXCEPT)) {
            handlers.add(handler());
        }
        List<Statement> orElse = orElse();
        boolean ended = cursor.accept(Token.FINALLY);
        List<Statement> finallyBody = ended ? statements.block() : List.of();
        if (handlers.isEmpty() && !ended) {
            statements.problem(cursor.failure("expected 'except' or 'finally'"));
        }
        return new Statement.Try(cursor.since(first), body, List.copyOf(handlers), orElse, finallyBody);
    }

    private Handler handler() {
        int first = cursor.position();
        cursor.advance();
        cursor.accept(Token.STAR);
        Expression type = cursor.is(Token.COLON) ? null : expressions.tuple();
        String name = type != null && cursor.accept(Token.AS) ? cursor.expectName() : null;
        List<Statement> body = statements.block();
        return new Handler(cursor.since(first), type, name, body);
    }

    private Statement with(int first, boolean async) {
        cursor.expect(Token.WITH);
        List<WithItem> items = items();
        List<Statement> body = statements.block();
        return new Statement.With(cursor.since(first), async, items, body);
    }

    /** Tries the parenthesized form first and takes it back if no colon follows: {@code with (a).b as c:}. */
    private List<WithItem> items() {
        if (cursor.is(Token.LEFT_PAREN)) {
            int position = cursor.position();
            int depth = expressions.depth();
            int mark = expressions.pile.height();
            try {
                cursor.advance();
                var items = new ArrayList<WithItem>();
                while (!cursor.is(Token.RIGHT_PAREN)) {
                    items.add(item());
                    if (!cursor.accept(Token.COMMA)) {
                        break;
                    }
                }
                cursor.expect(Token.RIGHT_PAREN);
                if (cursor.is(Token.COLON) && !items.isEmpty()) {
                    return List.copyOf(items);
                }
            } catch (SyntaxFailure notThisForm) {
                // The plain form below says what is wrong, if anything is.
            }
            expressions.recover(depth, mark);
            cursor.reset(position);
        }
        var items = new ArrayList<WithItem>();
        do {
            items.add(item());
        } while (cursor.accept(Token.COMMA));
        return List.copyOf(items);
    }

    private WithItem item() {
        Expression context = expressions.expression();
        Expression target = cursor.accept(Token.AS) ? expressions.starredTarget() : null;
        return new WithItem(context, target);
    }
}
