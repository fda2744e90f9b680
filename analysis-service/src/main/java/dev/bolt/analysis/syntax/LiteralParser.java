package dev.bolt.analysis.syntax;

import java.util.List;

/** Parses adjacent string literals, and the expressions in the replacement fields of f-strings and t-strings. */
final class LiteralParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;
    private final Tokens tokens;
    private final byte[] source;

    LiteralParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
        this.tokens = cursor.tokens;
        this.source = tokens.source;
    }

    Expression strings() {
        int line = cursor.line();
        int start = cursor.start();
        boolean bytes = false;
        boolean formatted = false;
        String value = null;
        int mark = expressions.pile.height();
        while (cursor.is(Token.STRING)) {
            int from = cursor.start();
            int end = tokens.end(cursor.position());
            int quote = from;
            boolean fields = false;
            for (byte letter = source[quote]; letter != '"' && letter != '\''; letter = source[++quote]) {
                bytes |= (letter | ' ') == 'b';
                fields |= (letter | ' ') == 'f' || (letter | ' ') == 't';
            }
            if (fields) {
                formatted = true;
                fields(from, quote, end);
            } else if (!formatted) {
                int marks = end - quote >= 6 && tripled(quote) ? 3 : 1;
                String text = tokens.written(quote + marks, end - marks);
                value = value == null ? text : value + text;
            }
            cursor.advance();
        }
        List<Expression> fields = expressions.pile.above(mark);
        if (formatted) {
            return new Expression.Formatted(line, start, cursor.end(), fields);
        }
        String text = value == null ? "" : value;
        tokens.mentions.text(text);
        return new Expression.Text(line, start, cursor.end(), text, bytes);
    }

    private boolean tripled(int quote) {
        byte mark = source[quote];
        return source[quote + 1] == mark && source[quote + 2] == mark;
    }

    private void fields(int start, int quote, int end) {
        int tokenLine = cursor.line();
        String prefix = tokens.written(start, quote);
        new StringScanner(source, end).fields(quote, prefix, (from, to) -> {
            Tokens inside = Tokenizer.ofField(tokens, from, to, tokenLine + newlines(start, from));
            var field = new TokenCursor(inside);
            if (expressions.depth() >= ExpressionParser.DEPTH) {
                throw field.failure("more than " + ExpressionParser.DEPTH + " levels of nesting");
            }
            expressions.pile.add(new ExpressionParser(field, expressions.depth() + 1).tupleOrYield());
            cursor.saw(field.kinds());
            if (!field.is(Token.END)) {
                throw field.failure("expected the end of the replacement field");
            }
        });
    }

    private int newlines(int from, int to) {
        int count = 0;
        for (int i = from; i < to; ) {
            boolean newline = Lexicon.isNewline(source[i]);
            count += newline ? 1 : 0;
            i = newline ? Lexicon.afterNewline(source, i, to) : i + 1;
        }
        return count;
    }
}
