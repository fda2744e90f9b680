package dev.bolt.analysis.script;

import dev.bolt.analysis.symbol.ImportContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code import} and {@code export} in all their forms. What only imports types is never executed. */
final class Modules {
    private final Reader reader;
    private final Lexer lexer;
    private final List<Specifier> specifiers = new ArrayList<>();

    private record Specifier(String name, String bound, int line, boolean type) {}

    Modules(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    private static ImportContext context(boolean types) {
        return types ? ImportContext.TYPE_CHECKING : ImportContext.TOP;
    }

    /** An import, from its own word on. */
    void imported() {
        int line = lexer.line;
        lexer.next();
        specifiers.clear();
        boolean types = false;
        if (reader.is(Token.TYPE) && isTypeOnly(reader.peek())) {
            types = true;
            lexer.next();
        } else if (reader.is(Token.NAME) && isPhase(reader.peek())) {
            lexer.next();
        }
        boolean bare = reader.is(Token.STRING);
        if (Token.isName(lexer.token)) {
            String bound = reader.text();
            specifiers.add(new Specifier("default", bound, lexer.line, false));
            lexer.next();
            if (reader.accept(Token.ASSIGN)) {
                required(bound, line, types);
                return;
            }
            reader.accept(Token.COMMA);
        }
        if (reader.is(Token.STAR)) {
            namespace();
        } else if (reader.is(Token.LBRACE)) {
            list();
        }
        String module = source(bare);
        if (module != null) {
            emit(module, line, types);
            if (bare) {
                reader.outline.imports(module, "", "", line, line, context(types));
            }
        }
        attributes();
    }

    private static boolean isTypeOnly(int next) {
        return Token.isName(next) && next != Token.FROM || next == Token.LBRACE || next == Token.STAR;
    }

    /** Of {@code import defer * as a} and {@code import source a}. */
    private static boolean isPhase(int next) {
        return Token.isName(next) && next != Token.FROM || next == Token.STAR;
    }

    private void namespace() {
        int line = lexer.line;
        lexer.next();
        reader.accept(Token.AS);
        String bound = Token.isWord(lexer.token) ? reader.text() : "";
        if (!bound.isEmpty()) {
            lexer.next();
        }
        specifiers.add(new Specifier("*", bound, line, false));
    }

    private @Nullable String source(boolean bare) {
        if (!bare && !reader.accept(Token.FROM) || !reader.is(Token.STRING)) {
            return null;
        }
        String module = reader.inQuotes();
        lexer.next();
        return module;
    }

    private void emit(String module, int line, boolean types) {
        for (Specifier each : specifiers) {
            reader.outline.imports(module, each.name, each.bound, line, each.line, context(types || each.type));
        }
    }

    private void attributes() {
        if (reader.is(Token.WITH) || reader.is(Token.ASSERT) && !lexer.newline) {
            lexer.next();
            if (reader.is(Token.LBRACE)) {
                reader.skipBalanced();
            }
        }
        reader.accept(Token.SEMICOLON);
    }

    /** Of {@code import a = require("b")}, or another name for a namespace. */
    private void required(String bound, int line, boolean types) {
        if (reader.is(Token.REQUIRE) && reader.peek() == Token.LPAREN) {
            lexer.next();
            lexer.next();
            if (reader.is(Token.STRING)) {
                reader.outline.imports(reader.inQuotes(), "", bound, line, line, context(types));
                lexer.next();
            }
            reader.accept(Token.RPAREN);
        } else {
            while (Token.isWord(lexer.token)) {
                lexer.next();
                if (!reader.accept(Token.DOT)) {
                    break;
                }
            }
        }
        reader.accept(Token.SEMICOLON);
    }

    /** Names in braces; one without any stands for the module alone. */
    private void list() {
        int line = lexer.line;
        lexer.next();
        boolean any = false;
        while (!reader.is(Token.RBRACE)) {
            any |= specifier();
            if (!reader.accept(Token.COMMA) && !reader.is(Token.RBRACE) && !reader.recover(Token.RBRACE)) {
                return;
            }
        }
        lexer.next();
        if (!any) {
            specifiers.add(new Specifier("", "", line, false));
        }
    }

    private boolean specifier() {
        int line = lexer.line;
        boolean type = reader.is(Token.TYPE) && isTypeSpecifier();
        if (type) {
            lexer.next();
        }
        if (!isNameOrString()) {
            return false;
        }
        String name = nameOrString();
        String bound = name;
        if (reader.accept(Token.AS) && isNameOrString()) {
            bound = nameOrString();
        }
        specifiers.add(new Specifier(name, bound, line, type));
        return true;
    }

    /** In {@code type as b} it is a name, in {@code type as} and {@code type as as b} it is none. */
    private boolean isTypeSpecifier() {
        Lexer.Mark here = lexer.mark();
        lexer.next();
        boolean type = isNameOrString();
        if (reader.is(Token.AS)) {
            lexer.next();
            type = reader.is(Token.AS) || reader.is(Token.COMMA) || reader.is(Token.RBRACE);
            if (reader.is(Token.AS)) {
                lexer.next();
                type = isNameOrString();
            }
        }
        lexer.reset(here);
        return type;
    }

    private boolean isNameOrString() {
        return Token.isWord(lexer.token) || reader.is(Token.STRING);
    }

    private String nameOrString() {
        String name = reader.is(Token.STRING) ? reader.inQuotes() : reader.text();
        lexer.next();
        return name;
    }

    /**
     * An export, from its own word on.
     *
     * @param start where its statement begins
     * @param line on which that begins
     */
    void exported(int start, int line) {
        int ownLine = lexer.line;
        lexer.next();
        specifiers.clear();
        switch (lexer.token) {
            case Token.DEFAULT -> {
                lexer.next();
                standard(start, line);
            }
            case Token.STAR -> all(ownLine, false);
            case Token.LBRACE -> some(ownLine, false);
            case Token.ASSIGN -> {
                lexer.next();
                reader.expressions.expression(Expressions.IN);
                reader.accept(Token.SEMICOLON);
            }
            case Token.AS -> {
                lexer.next();
                reader.accept(Token.NAMESPACE);
                lexer.next();
                reader.accept(Token.SEMICOLON);
            }
            case Token.IMPORT -> imported();
            case Token.TYPE -> {
                int next = reader.peek();
                if (next == Token.STAR || next == Token.LBRACE) {
                    lexer.next();
                    if (next == Token.STAR) {
                        all(ownLine, true);
                    } else {
                        some(ownLine, true);
                    }
                } else {
                    reader.declarations.declared(start, line);
                }
            }
            default -> {
                while (reader.is(Token.AT)) {
                    reader.classes.decorator();
                }
                reader.declarations.declared(start, line);
            }
        }
    }

    private void standard(int start, int line) {
        while (reader.is(Token.AT)) {
            reader.classes.decorator();
        }
        boolean variables = reader.is(Token.LET) || reader.is(Token.USING) || reader.is(Token.AWAIT);
        if (variables || !reader.declarations.declared(start, line)) {
            reader.expressions.assignment(Expressions.IN);
            reader.accept(Token.SEMICOLON);
        }
    }

    private void all(int line, boolean types) {
        lexer.next();
        if (reader.accept(Token.AS)) {
            lexer.next();
        }
        specifiers.add(new Specifier("*", "", line, false));
        String module = source(false);
        if (module != null) {
            emit(module, line, types);
        }
        attributes();
    }

    private void some(int line, boolean types) {
        list();
        String module = source(false);
        if (module != null) {
            emit(module, line, types);
        }
        attributes();
    }
}
