package dev.bolt.analysis.script;

import dev.bolt.analysis.symbol.Shared;
import java.util.BitSet;

/** What the parts of the grammar share: where the reader stands, how deep, and what it has found. */
final class Reader {
    /** Levels of nesting that are read; what is deeper is skipped. Up to 1.5 KiB of stack a level. */
    static final int DEPTH = 100;

    final Lexer lexer;
    final Literals literals;
    final Outline outline;
    final Names names;
    final Signatures signatures;
    /** Whether it is TypeScript. */
    final boolean typed;
    /** Whether {@code <} begins a tag where an expression may begin. */
    final boolean tags;

    final Types types;
    final Generics generics;
    final FunctionTypes functionTypes;
    final Key key;
    final Patterns patterns;
    final Expressions expressions;
    final Suffixes suffixes;
    final Primaries primaries;
    final Functions functions;
    final Members members;
    final Classes classes;
    final Tags jsx;
    final Variables variables;
    final Modules modules;
    final Declarations declarations;
    final Statements statements;

    private int depth;
    private final BitSet hopeless = new BitSet();

    Reader(Lexer lexer, Outline outline, boolean typed, boolean tags) {
        this.lexer = lexer;
        this.outline = outline;
        this.typed = typed;
        this.tags = tags;
        literals = new Literals(lexer);
        names = new Names(lexer.source);
        signatures = new Signatures(names);
        types = new Types(this);
        generics = new Generics(this);
        functionTypes = new FunctionTypes(this);
        key = new Key(this);
        patterns = new Patterns(this);
        expressions = new Expressions(this);
        suffixes = new Suffixes(this, expressions);
        primaries = new Primaries(this);
        functions = new Functions(this);
        members = new Members(this);
        classes = new Classes(this);
        jsx = new Tags(this);
        variables = new Variables(this);
        modules = new Modules(this);
        declarations = new Declarations(this);
        statements = new Statements(this);
    }

    /** A place to come back to, with what was found before it. */
    record Mark(Lexer.Mark lexer, Outline.Mark outline, int depth) {}

    Mark mark() {
        return new Mark(lexer.mark(), outline.mark(), depth);
    }

    void reset(Mark mark) {
        lexer.reset(mark.lexer);
        outline.reset(mark.outline);
        depth = mark.depth;
    }

    /** Goes back, and remembers that what was tried there need not be tried again. */
    void giveUp(Mark mark) {
        reset(mark);
        hopeless.set(lexer.start);
    }

    /** Whether what is to be tried here has failed before. */
    boolean isHopeless() {
        return hopeless.get(lexer.start);
    }

    boolean is(int token) {
        return lexer.token == token;
    }

    boolean accept(int token) {
        if (lexer.token != token) {
            return false;
        }
        lexer.next();
        return true;
    }

    /** The token behind this one. */
    int peek() {
        Lexer.Mark here = lexer.mark();
        lexer.next();
        int token = lexer.token;
        lexer.reset(here);
        return token;
    }

    /** The token behind this one; {@link Token#END} if it is on another line. */
    int peekOnLine() {
        Lexer.Mark here = lexer.mark();
        lexer.next();
        int token = lexer.newline ? Token.END : lexer.token;
        lexer.reset(here);
        return token;
    }

    /** The text of the token, shared. */
    String text() {
        return names.of(lexer.start, lexer.end);
    }

    /** What a token in quotes says, escapes as written. */
    String inQuotes() {
        return inQuotes(lexer.start, lexer.end);
    }

    String inQuotes(int start, int end) {
        return end - start < 2 ? "" : names.of(start + 1, end - 1);
    }

    /** Goes one level deeper; false, and what was nested is skipped, if there are too many. */
    boolean deeper() {
        if (depth < DEPTH) {
            depth++;
            return true;
        }
        skipDeep();
        return false;
    }

    /** Goes one level deeper; false, and nothing is skipped, if there are too many. */
    boolean deeperOrNot() {
        boolean fits = depth < DEPTH;
        depth += fits ? 1 : 0;
        return fits;
    }

    void higher() {
        depth--;
    }

    /** Behind all tokens up to one that ends what is open around. */
    private void skipDeep() {
        int open = 0;
        while (!is(Token.END)) {
            int token = lexer.token;
            if (open == 0 && (Token.isClosing(token) || token == Token.COMMA || token == Token.SEMICOLON)) {
                return;
            }
            open += Token.isOpening(token) ? 1 : Token.isClosing(token) ? -1 : 0;
            skipToken();
        }
    }

    /** Behind this token; a template as a whole. */
    void skipToken() {
        if (is(Token.TEMPLATE)) {
            while (!literals.templateEnds()) {
                lexer.next();
            }
        }
        lexer.next();
    }

    /** From an opening bracket to behind its closing one. */
    void skipBalanced() {
        int open = 0;
        do {
            open += Token.isOpening(lexer.token) ? 1 : Token.isClosing(lexer.token) ? -1 : 0;
            skipToken();
        } while (open > 0 && !is(Token.END));
    }

    /**
     * What is in a list did not end where it should. Skips a token; false if the list itself has lost its end, since a
     * statement begins.
     */
    boolean recover(int closing) {
        if (is(Token.END) || lexer.newline && Token.startsOnlyStatements(lexer.token)) {
            return false;
        }
        if (Token.isClosing(lexer.token) && lexer.token != closing) {
            return false;
        }
        if (Token.isOpening(lexer.token)) {
            skipBalanced();
        } else {
            skipToken();
        }
        return true;
    }

    /** Whether a statement begins where a member might, so that what is around has lost its end. */
    boolean isLost() {
        if (!lexer.newline || !Token.startsOnlyStatements(lexer.token)) {
            return false;
        }
        int next = peekOnLine();
        return Token.isWord(next) || next == Token.LBRACE || next == Token.STAR;
    }

    /** The name for a receiver as written, dotted; {@code otherwise} if it is no name. */
    String dotted(int start, int end, String otherwise) {
        byte[] source = lexer.source;
        boolean word = false;
        for (int i = start; i < end; i++) {
            boolean dot = source[i] == '.';
            if (dot ? !word : !Bytes.isWord(source[i])) {
                return otherwise;
            }
            word = !dot;
        }
        if (!word) {
            return otherwise;
        }
        String text = names.of(start, end);
        if (text.equals("this")) {
            return "self";
        }
        return text.startsWith("this.") ? Shared.text("self" + text.substring(4)) : text;
    }
}
