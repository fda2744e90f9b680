package dev.bolt.analysis.syntax;

import dev.bolt.analysis.syntax.Statement.Alias;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the statements that fit on one logical line. */
final class SimpleStatementParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    SimpleStatementParser(StatementParser statements) {
        this.cursor = statements.cursor;
        this.expressions = statements.expressions;
    }

    Statement statement() {
        int line = cursor.line();
        if (cursor.is(TokenKind.KEYWORD)) {
            switch (cursor.text()) {
                case "import" -> {
                    return imported(line);
                }
                case "from" -> {
                    return importedFrom(line);
                }
                case "return" -> {
                    cursor.advance();
                    Expression value = expressions.startsExpression() ? expressions.tuple() : null;
                    return new Statement.Return(cursor.since(line), value);
                }
                case "raise" -> {
                    return raise(line);
                }
                case "del" -> {
                    cursor.advance();
                    List<Expression> targets = expressions.deleted();
                    return new Statement.Delete(cursor.since(line), targets);
                }
                case "assert" -> {
                    cursor.advance();
                    Expression test = expressions.named();
                    Expression message = cursor.acceptOperator(",") ? expressions.named() : null;
                    return new Statement.Assert(cursor.since(line), test, message);
                }
                case "global", "nonlocal" -> {
                    return declare(line);
                }
                case "pass", "break", "continue" -> {
                    String keyword = cursor.text();
                    cursor.advance();
                    return new Statement.Jump(cursor.since(line), keyword);
                }
                default -> {}
            }
        }
        if (cursor.isName("type") && cursor.kindNext() == TokenKind.NAME) {
            return alias(line);
        }
        return assignment(line);
    }

    private Statement alias(int line) {
        cursor.advance();
        String name = cursor.expectName();
        List<Expression> types = new ParameterParser(expressions).types();
        cursor.expectOperator("=");
        Expression value = expressions.expression();
        return new Statement.TypeAlias(cursor.since(line), name, types, value);
    }

    private Statement assignment(int line) {
        Expression first = expressions.tupleOrYield();
        if (cursor.acceptOperator(":")) {
            Expression annotation = expressions.expression();
            Expression value = cursor.acceptOperator("=") ? expressions.tupleOrYield() : null;
            return new Statement.Annotated(cursor.since(line), first, annotation, value);
        }
        if (isAugmented()) {
            String operator = cursor.text();
            cursor.advance();
            Expression value = expressions.tupleOrYield();
            return new Statement.Augment(cursor.since(line), first, operator, value);
        }
        if (!cursor.isOperator("=")) {
            return new Statement.Evaluate(cursor.since(line), first);
        }
        var targets = new ArrayList<Expression>();
        Expression last = first;
        while (cursor.acceptOperator("=")) {
            targets.add(last);
            last = expressions.tupleOrYield();
        }
        return new Statement.Assign(cursor.since(line), List.copyOf(targets), last);
    }

    private boolean isAugmented() {
        if (!cursor.is(TokenKind.OPERATOR)) {
            return false;
        }
        return switch (cursor.text()) {
            case "+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=" -> true;
            default -> false;
        };
    }

    private Statement raise(int line) {
        cursor.advance();
        Expression exception = expressions.startsExpression() ? expressions.expression() : null;
        Expression cause = exception != null && cursor.acceptKeyword("from") ? expressions.expression() : null;
        return new Statement.Raise(cursor.since(line), exception, cause);
    }

    private Statement declare(int line) {
        String keyword = cursor.text();
        cursor.advance();
        var names = new ArrayList<String>();
        do {
            names.add(cursor.expectName());
        } while (cursor.acceptOperator(","));
        return new Statement.Declare(cursor.since(line), keyword, List.copyOf(names));
    }

    private Statement imported(int line) {
        cursor.advance();
        var names = new ArrayList<Alias>();
        do {
            int nameLine = cursor.line();
            String name = dotted();
            names.add(new Alias(nameLine, name, as()));
        } while (cursor.acceptOperator(","));
        return new Statement.Import(cursor.since(line), List.copyOf(names));
    }

    private Statement importedFrom(int line) {
        cursor.advance();
        int level = 0;
        while (cursor.isOperator(".") || cursor.isOperator("...")) {
            level += cursor.text().length();
            cursor.advance();
        }
        String module = level > 0 && cursor.isKeyword("import") ? "" : dotted();
        cursor.expectKeyword("import");
        var names = new ArrayList<Alias>();
        if (cursor.isOperator("*")) {
            names.add(new Alias(cursor.line(), "*", null));
            cursor.advance();
        } else if (cursor.acceptOperator("(")) {
            do {
                names.add(alias());
            } while (cursor.acceptOperator(",") && !cursor.isOperator(")"));
            cursor.expectOperator(")");
        } else {
            do {
                names.add(alias());
            } while (cursor.acceptOperator(","));
        }
        return new Statement.ImportFrom(cursor.since(line), module, level, List.copyOf(names));
    }

    private Alias alias() {
        int line = cursor.line();
        String name = cursor.expectName();
        return new Alias(line, name, as());
    }

    private @Nullable String as() {
        return cursor.acceptKeyword("as") ? cursor.expectName() : null;
    }

    private String dotted() {
        String first = cursor.expectName();
        if (!cursor.isOperator(".")) {
            return first;
        }
        var name = new StringBuilder(first);
        while (cursor.acceptOperator(".")) {
            name.append('.').append(cursor.expectName());
        }
        return name.toString();
    }
}
