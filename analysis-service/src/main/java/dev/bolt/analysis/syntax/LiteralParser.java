package dev.bolt.analysis.syntax;

import java.util.ArrayList;
import java.util.List;

/** Parses adjacent string literals, and the expressions in the replacement fields of f-strings and t-strings. */
final class LiteralParser {
    private final ExpressionParser expressions;
    private final TokenCursor cursor;

    LiteralParser(ExpressionParser expressions) {
        this.expressions = expressions;
        this.cursor = expressions.cursor;
    }

    Expression strings() {
        int line = cursor.line();
        boolean bytes = false;
        boolean formatted = false;
        var texts = new ArrayList<String>(1);
        var fields = new ArrayList<Expression>(0);
        while (cursor.is(TokenKind.STRING)) {
            int start = cursor.tokens.start(cursor.position());
            int end = cursor.tokens.end(cursor.position());
            String source = cursor.tokens.source;
            int quote = start;
            while (source.charAt(quote) != '"' && source.charAt(quote) != '\'') {
                quote++;
            }
            String prefix = source.substring(start, quote);
            bytes |= prefix.indexOf('b') >= 0 || prefix.indexOf('B') >= 0;
            if (StringScanner.isFormatted(prefix)) {
                formatted = true;
                fields(start, quote, end, prefix, fields);
            } else {
                int marks = end - quote >= 6 && tripled(source, quote) ? 3 : 1;
                texts.add(source.substring(quote + marks, end - marks));
            }
            cursor.advance();
        }
        return formatted
                ? new Expression.Formatted(line, List.copyOf(fields))
                : new Expression.Text(line, texts.size() == 1 ? texts.getFirst() : String.join("", texts), bytes);
    }

    private static boolean tripled(String source, int quote) {
        char mark = source.charAt(quote);
        return source.charAt(quote + 1) == mark && source.charAt(quote + 2) == mark;
    }

    private void fields(int start, int quote, int end, String prefix, List<Expression> into) {
        String source = cursor.tokens.source;
        int tokenLine = cursor.line();
        new StringScanner(source, end).fields(quote, prefix, (from, to) -> {
            Tokens tokens = Tokenizer.ofField(cursor.tokens, from, to, tokenLine + newlines(source, start, from));
            var field = new TokenCursor(tokens);
            if (expressions.depth() >= ExpressionParser.DEPTH) {
                throw field.failure("more than " + ExpressionParser.DEPTH + " levels of nesting");
            }
            into.add(new ExpressionParser(field, expressions.depth() + 1).tupleOrYield());
            if (!field.is(TokenKind.END)) {
                throw field.failure("expected the end of the replacement field");
            }
        });
    }

    private static int newlines(String source, int from, int to) {
        int count = 0;
        for (int i = from; i < to; ) {
            boolean newline = Lexicon.isNewline(source.charAt(i));
            count += newline ? 1 : 0;
            i = newline ? Lexicon.afterNewline(source, i, to) : i + 1;
        }
        return count;
    }
}
