package dev.bolt.analysis.script;

import dev.bolt.analysis.script.Outline.Scope;
import dev.bolt.api.analysis.SymbolKind;

/** Functions: declared, as values, and with arrows. */
final class Functions {
    private final Reader reader;
    private final Lexer lexer;
    private boolean wasArrow;

    Functions(Reader reader) {
        this.reader = reader;
        lexer = reader.lexer;
    }

    /** Whether the function that was read last has an arrow: no operator follows it. */
    boolean wasArrow() {
        return wasArrow;
    }

    /**
     * A declaration from {@code async} or {@code function} on; one without a name defines nothing.
     *
     * @param line on which the statement begins
     */
    void declaration(int line) {
        Outline outline = reader.outline;
        int start = lexer.start;
        reader.accept(Token.ASYNC);
        lexer.next();
        reader.accept(Token.STAR);
        boolean named = Token.isName(lexer.token);
        String name = named ? reader.text() : "";
        boolean defines = named && outline.kind() != Scope.VALUE;
        int nameEnd = lexer.end;
        if (named) {
            lexer.next();
        }
        String qualified = defines ? outline.qualify(name) : outline.outer();
        int place = defines ? outline.reserve() : 0;
        outline.enter(qualified, Scope.FUNCTION);
        head();
        int headEnd = lexer.start;
        if (reader.is(Token.LBRACE)) {
            reader.statements.block();
        } else {
            headEnd = lexer.previousEnd;
            reader.accept(Token.SEMICOLON);
        }
        outline.leave();
        if (defines) {
            outline.define(
                    place,
                    name,
                    qualified,
                    SymbolKind.FUNCTION,
                    line,
                    lexer.previousLine,
                    reader.signatures.between(nameEnd, headEnd),
                    lexer.comments.above(line, start));
        }
    }

    /** Type parameters, parameters and type. */
    void head() {
        reader.generics.parameters();
        reader.patterns.parameters();
        reader.patterns.annotation();
    }

    /** A function as a value, from {@code async} or {@code function} on. */
    void value() {
        int start = lexer.start;
        reader.accept(Token.ASYNC);
        lexer.next();
        reader.accept(Token.STAR);
        if (Token.isName(lexer.token)) {
            lexer.next();
        }
        reader.outline.enter(Scope.FUNCTION);
        head();
        int body = lexer.start;
        if (reader.is(Token.LBRACE)) {
            reader.statements.block();
        }
        reader.outline.leave();
        tell(start, body, false);
    }

    private void tell(int start, int body, boolean arrow) {
        reader.expressions.shape = Expressions.FUNCTION;
        reader.expressions.headStart = start;
        reader.expressions.bodyStart = body;
        wasArrow = arrow;
    }

    /** Whether an arrow function stood here that begins with a word or with type parameters. */
    boolean arrow(int flags) {
        if (reader.is(Token.ASYNC)) {
            return asyncArrow(flags);
        }
        return reader.is(Token.LESS) && reader.typed && mayHaveTypeParameters() && genericArrow(lexer.start, flags);
    }

    /** With tags, only what no tag can be: a comma, a default or a bound. */
    private boolean mayHaveTypeParameters() {
        if (!reader.tags) {
            return true;
        }
        Lexer.Mark here = lexer.mark();
        lexer.next();
        boolean generic = reader.is(Token.CONST);
        if (Token.isName(lexer.token)) {
            lexer.next();
            generic = reader.is(Token.COMMA) || reader.is(Token.ASSIGN);
            if (reader.is(Token.EXTENDS)) {
                lexer.next();
                generic = !reader.is(Token.ASSIGN) && !reader.is(Token.GREATER) && !reader.is(Token.SLASH);
            }
        }
        lexer.reset(here);
        return generic;
    }

    private boolean genericArrow(int start, int flags) {
        if (reader.isHopeless()) {
            return false;
        }
        Reader.Mark mark = reader.mark();
        int imports = reader.outline.importCount();
        reader.types.failed();
        reader.generics.parameters();
        if (!reader.types.failed() && reader.is(Token.LPAREN)) {
            lexer.next();
            reader.primaries.cover();
            if (arrowBehind(start, imports, flags)) {
                return true;
            }
        }
        reader.giveUp(mark);
        return false;
    }

    private boolean asyncArrow(int flags) {
        int next = reader.peekOnLine();
        int start = lexer.start;
        int imports = reader.outline.importCount();
        if (Token.isName(next)) {
            Reader.Mark mark = reader.mark();
            lexer.next();
            lexer.next();
            if (reader.is(Token.ARROW) && !lexer.newline) {
                arrowBody(start, imports, flags);
                return true;
            }
            reader.reset(mark);
            return false;
        }
        if (next == Token.LESS && reader.typed) {
            Reader.Mark mark = reader.mark();
            lexer.next();
            if (genericArrow(start, flags)) {
                return true;
            }
            reader.reset(mark);
            return false;
        }
        return next == Token.LPAREN && !reader.isHopeless() && asyncParenthesized(start, imports, flags);
    }

    /** A function, or a call to one named async. */
    private boolean asyncParenthesized(int start, int imports, int flags) {
        Reader.Mark mark = reader.mark();
        lexer.next();
        lexer.next();
        reader.primaries.cover();
        if (arrowBehind(start, imports, flags)) {
            return true;
        }
        reader.giveUp(mark);
        return false;
    }

    /** Behind the parenthesis of what may be parameters: reads the rest of an arrow function; false if it is none. */
    boolean arrowBehind(int start, int imports, int flags) {
        if (reader.is(Token.COLON) && reader.typed) {
            return typedArrow(start, imports, flags);
        }
        if (!reader.is(Token.ARROW) || lexer.newline) {
            return false;
        }
        arrowBody(start, imports, flags);
        return true;
    }

    /** The colon may as well end the middle of a conditional expression, or a case: then nothing is read. */
    private boolean typedArrow(int start, int imports, int flags) {
        if (reader.isHopeless()) {
            return false;
        }
        Reader.Mark mark = reader.mark();
        reader.types.failed();
        reader.patterns.annotation();
        if (!reader.types.failed() && reader.is(Token.ARROW) && !lexer.newline) {
            arrowBody(start, imports, flags);
            if ((flags & Expressions.BRANCH) == 0 || reader.is(Token.COLON)) {
                return true;
            }
        }
        reader.giveUp(mark);
        return false;
    }

    /**
     * From the arrow on.
     *
     * @param start where the function began
     * @param imports how many imports there were before its parameters
     */
    void arrowBody(int start, int imports, int flags) {
        reader.outline.runsLater(imports);
        lexer.next();
        int body = lexer.start;
        reader.outline.enter(Scope.FUNCTION);
        if (reader.is(Token.LBRACE)) {
            if (reader.deeper()) {
                reader.statements.block();
                reader.higher();
            }
        } else {
            reader.expressions.assignment(flags);
        }
        reader.outline.leave();
        tell(start, body, true);
    }
}
