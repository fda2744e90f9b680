package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Expression.Argument;
import dev.bolt.analysis.syntax.Expression.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Parses functions and classes with their decorators. */
final class DefinitionParser {
    private final StatementParser statements;
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ParameterParser parameters;
    private final ArgumentParser arguments;

    DefinitionParser(StatementParser statements) {
        this.statements = statements;
        this.cursor = statements.cursor;
        this.expressions = statements.expressions;
        this.parameters = new ParameterParser(expressions);
        this.arguments = new ArgumentParser(expressions);
    }

    Statement definition() {
        int first = cursor.position();
        int firstLine = cursor.line();
        var decorators = new ArrayList<Expression>();
        while (cursor.accept(Token.AT)) {
            decorators.add(expressions.named());
            if (!cursor.accept(Token.NEWLINE)) {
                throw cursor.failure("expected the end of the decorator");
            }
        }
        int head = cursor.position();
        if (cursor.accept(Token.CLASS)) {
            return type(firstLine, head, List.copyOf(decorators));
        }
        boolean async = cursor.accept(Token.ASYNC);
        if (async) {
            cursor.saw(Kinds.ASYNC);
        }
        if (cursor.accept(Token.DEF)) {
            return function(firstLine, head, async, List.copyOf(decorators));
        }
        SyntaxFailure failure = cursor.failure("expected a definition after the decorator");
        if (async) {
            throw failure;
        }
        statements.problem(failure);
        return new Statement.Broken(cursor.since(first), failure.problem().message(), List.of());
    }

    private Statement function(int firstLine, int first, boolean async, List<Expression> decorators) {
        String name = cursor.expectName();
        List<Expression> types = parameters.types();
        int from = cursor.position();
        List<Parameter> named = parameters.parenthesized();
        Expression returns = cursor.accept(Token.ARROW) ? expressions.tuple() : null;
        String signature = Signature.of(cursor.tokens, from, cursor.position());
        List<Statement> body = statements.block();
        return new Statement.FunctionDef(
                cursor.since(first), name, async, decorators, firstLine, types, named, returns, signature, body);
    }

    private Statement type(int firstLine, int first, List<Expression> decorators) {
        String name = cursor.expectName();
        List<Expression> types = parameters.types();
        List<Argument> given = cursor.is(Token.LEFT_PAREN) ? arguments.parenthesized() : List.of();
        List<Statement> body = statements.block();
        return new Statement.ClassDef(cursor.since(first), name, decorators, firstLine, types, given, body);
    }
}
