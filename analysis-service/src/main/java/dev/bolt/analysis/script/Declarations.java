package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;
import dev.bolt.api.analysis.SymbolKind;

/** Tells declarations from expressions, where a word alone does not. */
final class Declarations {
    private final Reader reader;
    private final Lexer lexer;

    Declarations(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** Whether a declaration, an import or an export stood here. */
    boolean declared() {
        if (lexer.token == Token.NAME || lexer.token >= Token.PRIVATE_NAME && lexer.token != Token.AT) {
            return false;
        }
        int start = lexer.start;
        int line = lexer.line;
        if (reader.is(Token.AT)) {
            while (reader.is(Token.AT)) {
                reader.classes.decorator();
            }
            if (reader.is(Token.EXPORT)) {
                reader.modules.exported(start, line);
            } else {
                declared(start, line);
            }
            return true;
        }
        return switch (lexer.token) {
            case Token.EXPORT -> {
                reader.modules.exported(start, line);
                yield true;
            }
            case Token.IMPORT -> {
                int next = reader.peek();
                if (next == Token.LPAREN || next == Token.DOT) {
                    yield false;
                }
                reader.modules.imported();
                yield true;
            }
            default -> declared(start, line);
        };
    }

    /**
     * Whether a declaration stood here.
     *
     * @param start where its statement begins
     * @param line on which that begins
     */
    boolean declared(int start, int line) {
        switch (lexer.token) {
            case Token.FUNCTION -> reader.functions.declaration(line);
            case Token.ASYNC -> {
                if (reader.peekOnLine() != Token.FUNCTION) {
                    return false;
                }
                reader.functions.declaration(line);
            }
            case Token.CLASS -> reader.classes.declaration(start, line);
            case Token.ENUM -> reader.classes.enumeration(start, line);
            case Token.CONST, Token.VAR, Token.LET, Token.USING, Token.AWAIT -> {
                if (reader.is(Token.CONST) && reader.peek() == Token.ENUM) {
                    lexer.next();
                    reader.classes.enumeration(start, line);
                    return true;
                }
                if (!startsVariables()) {
                    return false;
                }
                reader.variables.declaration(Expressions.IN);
                reader.accept(Token.SEMICOLON);
            }
            case Token.ABSTRACT -> {
                if (reader.peekOnLine() != Token.CLASS) {
                    return false;
                }
                lexer.next();
                reader.classes.declaration(start, line);
            }
            case Token.INTERFACE -> {
                if (!Token.isName(reader.peekOnLine())) {
                    return false;
                }
                reader.classes.contract(start, line);
            }
            case Token.TYPE -> {
                if (!isAlias()) {
                    return false;
                }
                reader.classes.alias(start, line);
            }
            case Token.NAMESPACE, Token.MODULE -> {
                int next = reader.peekOnLine();
                if (!Token.isName(next) && next != Token.STRING) {
                    return false;
                }
                namespace(start, line);
            }
            case Token.GLOBAL -> {
                if (reader.peekOnLine() != Token.LBRACE) {
                    return false;
                }
                lexer.next();
                reader.statements.block();
            }
            case Token.DECLARE -> {
                if (!isDeclaring(reader.peekOnLine())) {
                    return false;
                }
                lexer.next();
                return declared(start, line);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean isDeclaring(int token) {
        return switch (token) {
            case Token.FUNCTION,
                    Token.ASYNC,
                    Token.CLASS,
                    Token.ENUM,
                    Token.CONST,
                    Token.VAR,
                    Token.LET,
                    Token.ABSTRACT,
                    Token.INTERFACE,
                    Token.TYPE,
                    Token.NAMESPACE,
                    Token.MODULE,
                    Token.GLOBAL -> true;
            default -> false;
        };
    }

    private boolean isAlias() {
        Lexer.Mark here = lexer.mark();
        lexer.next();
        boolean alias = Token.isName(lexer.token) && !lexer.newline;
        lexer.next();
        alias &= reader.is(Token.ASSIGN) || reader.is(Token.LESS);
        lexer.reset(here);
        return alias;
    }

    /** Goes behind the words that begin a declaration of variables; nothing, and false, if there are none. */
    boolean startsVariables() {
        switch (lexer.token) {
            case Token.VAR, Token.CONST -> lexer.next();
            case Token.LET -> {
                int next = reader.peek();
                if (!Token.isName(next) && next != Token.LBRACE && next != Token.LBRACKET) {
                    return false;
                }
                lexer.next();
            }
            case Token.USING -> {
                int next = reader.peekOnLine();
                if (!Token.isName(next) || next == Token.OF) {
                    return false;
                }
                lexer.next();
            }
            case Token.AWAIT -> {
                if (reader.peekOnLine() != Token.USING) {
                    return false;
                }
                lexer.next();
                lexer.next();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void namespace(int start, int line) {
        Outline outline = reader.outline;
        lexer.next();
        String name;
        if (reader.is(Token.STRING)) {
            name = reader.inQuotes();
            lexer.next();
        } else {
            int first = lexer.start;
            do {
                lexer.next();
            } while (reader.accept(Token.DOT) && Token.isWord(lexer.token));
            name = reader.names.of(first, lexer.previousEnd);
        }
        boolean defines = !name.isEmpty() && outline.kind() != Scope.VALUE;
        String qualified = defines ? outline.qualify(name) : outline.outer();
        int place = defines ? outline.reserve() : 0;
        outline.enter(qualified, Scope.NAMESPACE);
        if (reader.is(Token.LBRACE)) {
            reader.statements.block();
        }
        outline.leave();
        if (defines) {
            String doc = lexer.comments.above(line, start);
            outline.define(place, name, qualified, SymbolKind.CLASS, line, lexer.previousLine, null, doc);
        }
    }
}
