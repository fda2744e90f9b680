package dev.bolt.analysis.syntax;

import java.util.List;

/** Parses names, literals and bracketed displays. */
final class AtomParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private final Pile pile;
    private final LiteralParser literals;

    AtomParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
        this.pile = expressions.pile;
        this.literals = new LiteralParser(expressions);
    }

    Expression atom() {
        int line = cursor.line();
        int start = cursor.start();
        switch (cursor.kind()) {
            case Token.NAME -> {
                String text = cursor.mentionName();
                return new Expression.Name(line, start, cursor.end(), text);
            }
            case Token.NUMBER, Token.NONE, Token.TRUE, Token.FALSE, Token.ELLIPSIS -> {
                String text = cursor.text();
                cursor.advance();
                return new Expression.Literal(line, start, cursor.end(), text);
            }
            case Token.STRING -> {
                return literals.strings();
            }
            case Token.LEFT_PAREN -> {
                return parenthesized();
            }
            case Token.LEFT_BRACKET -> {
                return display();
            }
            case Token.LEFT_BRACE -> {
                return braced();
            }
            default -> throw cursor.failure("expected an expression");
        }
    }

    private Expression parenthesized() {
        int line = cursor.line();
        int start = cursor.start();
        if (cursor.isNext(Token.YIELD)) {
            cursor.advance();
            Expression value = expressions.yielded();
            cursor.expect(Token.RIGHT_PAREN);
            return value;
        }
        cursor.advance();
        if (cursor.accept(Token.RIGHT_PAREN)) {
            return new Expression.Sequence(line, start, cursor.end(), '(', List.of());
        }
        Expression first = expressions.starredOrNamed();
        if (ComprehensionParser.startsAt(cursor)) {
            return comprehension(line, start, '(', Token.RIGHT_PAREN, List.of(first));
        }
        if (cursor.accept(Token.RIGHT_PAREN)) {
            return first;
        }
        return elements(line, start, '(', Token.RIGHT_PAREN, first);
    }

    private Expression display() {
        int line = cursor.line();
        int start = cursor.start();
        cursor.advance();
        if (cursor.accept(Token.RIGHT_BRACKET)) {
            return new Expression.Sequence(line, start, cursor.end(), '[', List.of());
        }
        Expression first = expressions.starredOrNamed();
        return ComprehensionParser.startsAt(cursor)
                ? comprehension(line, start, '[', Token.RIGHT_BRACKET, List.of(first))
                : elements(line, start, '[', Token.RIGHT_BRACKET, first);
    }

    private Expression comprehension(int line, int start, char bracket, int close, List<Expression> elements) {
        var clauses = ComprehensionParser.clauses(expressions);
        cursor.expect(close);
        return new Expression.Comprehension(line, start, cursor.end(), bracket, elements, clauses);
    }

    private Expression elements(int line, int start, char bracket, int close, Expression first) {
        int mark = pile.height();
        pile.add(first);
        while (cursor.accept(Token.COMMA) && !cursor.is(close)) {
            pile.add(expressions.starredOrNamed());
        }
        cursor.expect(close);
        return new Expression.Sequence(line, start, cursor.end(), bracket, pile.above(mark));
    }

    private Expression braced() {
        int line = cursor.line();
        int start = cursor.start();
        cursor.advance();
        if (cursor.accept(Token.RIGHT_BRACE)) {
            cursor.saw(Kinds.DICTIONARY);
            return new Expression.Dictionary(line, start, cursor.end(), List.of());
        }
        int mark = pile.height();
        if (cursor.is(Token.DOUBLE_STAR)) {
            return dictionary(line, start, mark);
        }
        Expression first = expressions.starredOrNamed();
        if (cursor.accept(Token.COLON)) {
            pile.add(first);
            pile.add(expressions.expression());
            if (ComprehensionParser.startsAt(cursor)) {
                return comprehension(line, start, '{', Token.RIGHT_BRACE, pile.above(mark));
            }
            return cursor.accept(Token.COMMA) ? dictionary(line, start, mark) : closed(line, start, mark);
        }
        return ComprehensionParser.startsAt(cursor)
                ? comprehension(line, start, '{', Token.RIGHT_BRACE, List.of(first))
                : elements(line, start, '{', Token.RIGHT_BRACE, first);
    }

    private Expression dictionary(int line, int start, int mark) {
        while (!cursor.is(Token.RIGHT_BRACE)) {
            int itemLine = cursor.line();
            int itemStart = cursor.start();
            if (cursor.accept(Token.DOUBLE_STAR)) {
                Expression value = expressions.expression();
                pile.add(new Expression.Starred(itemLine, itemStart, cursor.end(), value));
                if (ComprehensionParser.startsAt(cursor)) {
                    return comprehension(line, start, '{', Token.RIGHT_BRACE, pile.above(mark));
                }
            } else {
                pile.add(expressions.expression());
                cursor.expect(Token.COLON);
                pile.add(expressions.expression());
            }
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
        }
        return closed(line, start, mark);
    }

    private Expression closed(int line, int start, int mark) {
        cursor.expect(Token.RIGHT_BRACE);
        cursor.saw(Kinds.DICTIONARY);
        return new Expression.Dictionary(line, start, cursor.end(), pile.above(mark));
    }
}
