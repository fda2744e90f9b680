package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;
import dev.bolt.analysis.symbol.Shared;
import dev.bolt.api.analysis.SymbolKind;
import org.jspecify.annotations.Nullable;

/** Variables and what is assigned to properties, which define functions and classes too. */
final class Variables {
    private static final String PROTOTYPE = ".prototype.";

    private final Reader reader;
    private final Lexer lexer;

    Variables(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** What is to be defined. */
    private record Target(String name, String qualified, SymbolKind otherwise, int start, int line) {}

    /** From behind {@code var}, {@code let}, {@code const} or {@code using} up to behind the last variable. */
    void declaration(int flags) {
        do {
            variable(flags);
        } while (reader.accept(Token.COMMA));
    }

    private void variable(int flags) {
        Outline outline = reader.outline;
        boolean simple = Token.isName(lexer.token);
        int start = lexer.start;
        int end = lexer.end;
        int line = lexer.line;
        reader.patterns.binding();
        reader.accept(Token.BANG);
        reader.patterns.annotation();
        boolean each = (flags & Expressions.IN) == 0 && (reader.is(Token.OF) || reader.is(Token.IN));
        boolean defines = simple && !each && !outline.inFunction() && outline.kind() != Scope.VALUE;
        if (!defines) {
            if (reader.accept(Token.ASSIGN)) {
                reader.expressions.assignment(flags);
                if (simple) {
                    bind(start, end);
                }
            }
            return;
        }
        String name = reader.names.of(start, end);
        var target = new Target(name, outline.qualify(name), SymbolKind.VARIABLE, start, line);
        int place = outline.reserve();
        if (reader.accept(Token.ASSIGN)) {
            value(target, place, flags);
            bind(start, end);
        } else {
            define(target, place, SymbolKind.VARIABLE, null);
        }
    }

    private void bind(int start, int end) {
        if (reader.expressions.shape == Expressions.REQUIRED) {
            reader.outline.bind(reader.expressions.required, reader.names.of(start, end));
        }
    }

    private void value(Target target, int place, int flags) {
        if ((reader.is(Token.CLASS) || reader.is(Token.AT)) && named(target, place)) {
            return;
        }
        Expressions expressions = reader.expressions;
        expressions.assignment(flags);
        if (expressions.shape == Expressions.FUNCTION) {
            boolean method = target.otherwise == SymbolKind.METHOD && target.qualified.indexOf('.') >= 0;
            define(
                    target,
                    place,
                    method ? SymbolKind.METHOD : SymbolKind.FUNCTION,
                    reader.signatures.ofValue(expressions.headStart, expressions.bodyStart));
        } else if (target.otherwise == SymbolKind.VARIABLE) {
            define(target, place, SymbolKind.VARIABLE, null);
        }
    }

    /** A class that gets this name; nothing, and false, if it is a part of an expression. */
    private boolean named(Target target, int place) {
        Reader.Mark mark = reader.mark();
        while (reader.is(Token.AT)) {
            reader.classes.decorator();
        }
        if (!reader.is(Token.CLASS)) {
            reader.reset(mark);
            return false;
        }
        reader.expressions.classValue(target.qualified, Scope.TYPE);
        switch (lexer.token) {
            case Token.COMMA, Token.SEMICOLON, Token.RPAREN, Token.RBRACE, Token.RBRACKET, Token.END -> {}
            default -> {
                if (!lexer.newline || !Token.isWord(lexer.token) && !reader.is(Token.AT)) {
                    reader.reset(mark);
                    return false;
                }
            }
        }
        define(target, place, SymbolKind.CLASS, null);
        return true;
    }

    private void define(Target target, int place, SymbolKind kind, @Nullable String signature) {
        reader.outline.define(
                place,
                target.name,
                target.qualified,
                kind,
                target.line,
                lexer.previousLine,
                signature,
                lexer.comments.above(target.line, target.start));
    }

    /**
     * From an equals sign on. Functions and classes are defined by {@code exports.a = …}, {@code A.prototype.b = …} and
     * {@code app.use = …} outside functions.
     *
     * @param start where what stands before it begins
     * @param end where that ends
     * @param line on which it begins
     */
    void assigned(int start, int end, int line, int flags) {
        lexer.next();
        if (reader.outline.inFunction() || !isDotted(start, end)) {
            reader.expressions.assignment(flags);
        } else {
            String written = reader.names.of(start, end);
            if (written.equals("module.exports")) {
                reader.expressions.assignment(flags);
            } else {
                value(target(written, start, line), reader.outline.reserve(), flags);
            }
        }
        reader.expressions.shape = Expressions.ANY;
    }

    private Target target(String written, int start, int line) {
        String inside = written.startsWith("module.exports.") ? written.substring("module.".length()) : written;
        String bare = inside.startsWith("exports.") ? inside.substring("exports.".length()) : inside;
        String qualified = Shared.text(bare.replace(PROTOTYPE, "."));
        String name = Shared.text(qualified.substring(qualified.lastIndexOf('.') + 1));
        SymbolKind kind = written.contains(PROTOTYPE) ? SymbolKind.METHOD : SymbolKind.FUNCTION;
        return new Target(name, qualified, kind, start, line);
    }

    private boolean isDotted(int start, int end) {
        boolean dots = false;
        boolean word = false;
        for (int i = start; i < end; i++) {
            int each = lexer.source[i];
            if (each == '.' ? !word : !Bytes.isWord(each)) {
                return false;
            }
            dots |= each == '.';
            word = each != '.';
        }
        return dots && word;
    }
}
