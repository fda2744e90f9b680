package dev.bolt.analysis.syntax;

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
        int first = cursor.position();
        return switch (cursor.kind()) {
            case Token.IMPORT -> imported(first);
            case Token.FROM -> importedFrom(first);
            case Token.RETURN -> {
                cursor.advance();
                Expression value = expressions.startsExpression() ? expressions.tuple() : null;
                cursor.saw(value == null ? Kinds.RETURN_NOTHING : Kinds.RETURN_VALUE);
                yield new Statement.Return(cursor.since(first), value);
            }
            case Token.RAISE -> raise(first);
            case Token.DEL -> {
                cursor.advance();
                List<Expression> targets = expressions.deleted();
                yield new Statement.Delete(cursor.since(first), targets);
            }
            case Token.ASSERT -> {
                cursor.advance();
                Expression test = expressions.named();
                Expression message = cursor.accept(Token.COMMA) ? expressions.named() : null;
                cursor.saw(Kinds.ASSERT);
                yield new Statement.Assert(cursor.since(first), test, message);
            }
            case Token.GLOBAL, Token.NONLOCAL -> declare(first);
            case Token.PASS, Token.BREAK, Token.CONTINUE -> {
                String keyword = Token.text(cursor.kind());
                cursor.advance();
                yield new Statement.Jump(cursor.since(first), keyword);
            }
            case Token.NAME -> cursor.isNext(Token.NAME) && cursor.isName("type") ? alias(first) : assignment(first);
            default -> assignment(first);
        };
    }

    private Statement alias(int first) {
        cursor.advance();
        String name = cursor.expectName();
        List<Expression> types = new ParameterParser(expressions).types();
        cursor.expect(Token.EQUAL);
        Expression value = expressions.expression();
        return new Statement.TypeAlias(cursor.since(first), name, types, value);
    }

    private Statement assignment(int first) {
        Expression left = expressions.tupleOrYield();
        if (cursor.accept(Token.COLON)) {
            Expression annotation = expressions.expression();
            Expression value = cursor.accept(Token.EQUAL) ? expressions.tupleOrYield() : null;
            return new Statement.Annotated(cursor.since(first), left, annotation, value);
        }
        if (Token.isAugmentedAssignment(cursor.kind())) {
            cursor.saw(Kinds.AUGMENT);
            String operator = Token.text(cursor.kind());
            cursor.advance();
            Expression value = expressions.tupleOrYield();
            return new Statement.Augment(cursor.since(first), left, operator, value);
        }
        if (!cursor.is(Token.EQUAL)) {
            return new Statement.Evaluate(cursor.since(first), left);
        }
        Pile pile = expressions.pile;
        int mark = pile.height();
        Expression last = left;
        while (cursor.accept(Token.EQUAL)) {
            pile.add(last);
            last = expressions.tupleOrYield();
        }
        return new Statement.Assign(cursor.since(first), pile.above(mark), last);
    }

    private Statement raise(int first) {
        cursor.advance();
        Expression exception = expressions.startsExpression() ? expressions.expression() : null;
        Expression cause = exception != null && cursor.accept(Token.FROM) ? expressions.expression() : null;
        return new Statement.Raise(cursor.since(first), exception, cause);
    }

    private Statement declare(int first) {
        String keyword = cursor.text();
        cursor.advance();
        var names = new ArrayList<String>();
        do {
            names.add(cursor.expectName());
        } while (cursor.accept(Token.COMMA));
        return new Statement.Declare(cursor.since(first), keyword, List.copyOf(names));
    }

    private Statement imported(int first) {
        cursor.saw(Kinds.IMPORT);
        cursor.advance();
        var names = new ArrayList<Alias>();
        do {
            int line = cursor.line();
            int start = cursor.start();
            String name = dotted();
            String asName = as();
            var alias = new Alias(line, start, cursor.end(), name, asName);
            watch(name, alias);
            names.add(alias);
        } while (cursor.accept(Token.COMMA));
        return new Statement.Import(cursor.since(first), List.copyOf(names));
    }

    private Statement importedFrom(int first) {
        cursor.saw(Kinds.IMPORT);
        cursor.advance();
        int level = 0;
        while (cursor.is(Token.DOT) || cursor.is(Token.ELLIPSIS)) {
            level += Token.text(cursor.kind()).length();
            cursor.advance();
        }
        String module = level > 0 && cursor.is(Token.IMPORT) ? "" : dotted();
        cursor.expect(Token.IMPORT);
        var names = new ArrayList<Alias>();
        if (cursor.is(Token.STAR)) {
            int line = cursor.line();
            int start = cursor.start();
            cursor.advance();
            names.add(new Alias(line, start, cursor.end(), "*", null));
        } else if (cursor.accept(Token.LEFT_PAREN)) {
            do {
                names.add(alias());
            } while (cursor.accept(Token.COMMA) && !cursor.is(Token.RIGHT_PAREN));
            cursor.expect(Token.RIGHT_PAREN);
        } else {
            do {
                names.add(alias());
            } while (cursor.accept(Token.COMMA));
        }
        names.forEach(alias -> watch(module, alias));
        return new Statement.ImportFrom(cursor.since(first), module, level, List.copyOf(names));
    }

    /** What is imported from a watched module is watched under its new name. */
    private void watch(String module, Alias alias) {
        int dot = module.indexOf('.');
        if (Watched.is(dot < 0 ? module : module.substring(0, dot))) {
            cursor.tokens.names.watch(alias.bound());
        }
    }

    private Alias alias() {
        int line = cursor.line();
        int start = cursor.start();
        String name = cursor.expectName();
        String asName = as();
        return new Alias(line, start, cursor.end(), name, asName);
    }

    private @Nullable String as() {
        return cursor.accept(Token.AS) ? cursor.expectName() : null;
    }

    private String dotted() {
        String first = cursor.expectName();
        if (!cursor.is(Token.DOT)) {
            return first;
        }
        var name = new StringBuilder(first);
        while (cursor.accept(Token.DOT)) {
            name.append('.').append(cursor.expectName());
        }
        return name.toString();
    }
}
