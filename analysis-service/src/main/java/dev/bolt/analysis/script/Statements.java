package dev.bolt.analysis.script;

/** Statements. One that is broken ends where the next begins. */
final class Statements {
    private final Reader reader;
    private final Lexer lexer;

    Statements(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** The whole source; brackets too many are skipped. */
    void module() {
        lexer.next();
        while (!reader.is(Token.END)) {
            guarded();
        }
    }

    /** From an opening brace to behind the closing one. */
    void block() {
        lexer.next();
        while (!reader.is(Token.RBRACE) && !reader.is(Token.END)) {
            guarded();
        }
        reader.accept(Token.RBRACE);
    }

    /** Gets on, come what may. */
    private void guarded() {
        int before = lexer.start;
        statement();
        if (lexer.start == before && !reader.is(Token.END)) {
            reader.skipToken();
        }
    }

    private void statement() {
        if (reader.deeper()) {
            boolean more = true;
            while (more) {
                more = part();
            }
            reader.higher();
        }
    }

    /** Whether another follows that belongs to it: behind a label, a condition, or {@code else}. */
    private boolean part() {
        if (reader.declarations.declared()) {
            return false;
        }
        switch (lexer.token) {
            case Token.LBRACE -> block();
            case Token.SEMICOLON -> lexer.next();
            case Token.IF -> {
                condition();
                statement();
                return reader.accept(Token.ELSE);
            }
            case Token.WHILE, Token.WITH -> {
                condition();
                return true;
            }
            case Token.FOR -> {
                loop();
                return true;
            }
            case Token.DO -> {
                lexer.next();
                statement();
                if (reader.is(Token.WHILE)) {
                    condition();
                }
                reader.accept(Token.SEMICOLON);
            }
            case Token.SWITCH -> choice();
            case Token.TRY -> attempt();
            case Token.RETURN, Token.THROW -> {
                lexer.next();
                if (!lexer.newline && !reader.is(Token.RBRACE) && !reader.is(Token.SEMICOLON)) {
                    reader.expressions.expression(Expressions.IN);
                }
                reader.accept(Token.SEMICOLON);
            }
            case Token.BREAK, Token.CONTINUE -> {
                lexer.next();
                if (!lexer.newline && Token.isName(lexer.token)) {
                    lexer.next();
                }
                reader.accept(Token.SEMICOLON);
            }
            case Token.DEBUGGER -> {
                lexer.next();
                reader.accept(Token.SEMICOLON);
            }
            case Token.ELSE, Token.CATCH, Token.FINALLY, Token.CASE, Token.DEFAULT -> lexer.next();
            default -> {
                return expression();
            }
        }
        return false;
    }

    /** Whether it was a label. */
    private boolean expression() {
        int start = lexer.start;
        reader.expressions.expression(Expressions.IN);
        if (reader.is(Token.COLON)
                && reader.expressions.shape == Expressions.NAME
                && reader.expressions.nameStart == start) {
            lexer.next();
            return true;
        }
        reader.accept(Token.SEMICOLON);
        return false;
    }

    private void condition() {
        lexer.next();
        if (reader.accept(Token.LPAREN)) {
            reader.expressions.expression(Expressions.IN);
            reader.accept(Token.RPAREN);
        }
    }

    private void loop() {
        lexer.next();
        reader.accept(Token.AWAIT);
        if (!reader.accept(Token.LPAREN)) {
            return;
        }
        if (reader.declarations.startsVariables()) {
            reader.variables.declaration(0);
        } else if (!reader.is(Token.SEMICOLON)) {
            reader.expressions.expression(0);
        }
        if (reader.is(Token.OF) || reader.is(Token.IN)) {
            lexer.next();
            reader.expressions.expression(Expressions.IN);
        } else {
            for (int i = 0; i < 2 && reader.accept(Token.SEMICOLON); i++) {
                if (!reader.is(Token.SEMICOLON) && !reader.is(Token.RPAREN)) {
                    reader.expressions.expression(Expressions.IN);
                }
            }
        }
        reader.accept(Token.RPAREN);
    }

    private void choice() {
        condition();
        if (!reader.is(Token.LBRACE)) {
            return;
        }
        lexer.next();
        while (!reader.is(Token.RBRACE) && !reader.is(Token.END)) {
            if (reader.accept(Token.CASE)) {
                reader.expressions.expression(Expressions.IN);
                reader.accept(Token.COLON);
            } else if (reader.accept(Token.DEFAULT)) {
                reader.accept(Token.COLON);
            } else {
                guarded();
            }
        }
        reader.accept(Token.RBRACE);
    }

    private void attempt() {
        lexer.next();
        reader.outline.enterTry();
        if (reader.is(Token.LBRACE)) {
            block();
        }
        if (reader.accept(Token.CATCH)) {
            if (reader.accept(Token.LPAREN)) {
                reader.patterns.binding();
                reader.patterns.annotation();
                reader.accept(Token.RPAREN);
            }
            if (reader.is(Token.LBRACE)) {
                block();
            }
        }
        if (reader.accept(Token.FINALLY) && reader.is(Token.LBRACE)) {
            block();
        }
        reader.outline.leaveTry();
    }
}
