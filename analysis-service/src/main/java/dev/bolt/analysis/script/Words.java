package dev.bolt.analysis.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Which token a word is: a hash table by open addressing over the bytes of the source. */
final class Words {
    private static final int SLOTS = 512;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 10;

    private static final byte[][] WORDS = new byte[SLOTS][];
    private static final int[] TOKENS = new int[SLOTS];

    static {
        put(Token.ABSTRACT, "abstract");
        put(Token.ACCESSOR, "accessor");
        put(Token.AS, "as");
        put(Token.ASSERTS, "asserts");
        put(Token.ASSERT, "assert");
        put(Token.ASYNC, "async");
        put(Token.AWAIT, "await");
        put(Token.DECLARE, "declare");
        put(Token.FROM, "from");
        put(Token.GET, "get");
        put(Token.GLOBAL, "global");
        put(Token.IMPLEMENTS, "implements");
        put(Token.INFER, "infer");
        put(Token.INTERFACE, "interface");
        put(Token.IS, "is");
        put(Token.KEYOF, "keyof");
        put(Token.LET, "let");
        put(Token.MODULE, "module");
        put(Token.NAMESPACE, "namespace");
        put(Token.OF, "of");
        put(Token.OUT, "out");
        put(Token.OVERRIDE, "override");
        put(Token.PRIVATE, "private");
        put(Token.PROTECTED, "protected");
        put(Token.PUBLIC, "public");
        put(Token.READONLY, "readonly");
        put(Token.REQUIRE, "require");
        put(Token.SATISFIES, "satisfies");
        put(Token.SET, "set");
        put(Token.STATIC, "static");
        put(Token.TYPE, "type");
        put(Token.UNIQUE, "unique");
        put(Token.USING, "using");
        put(Token.YIELD, "yield");
        put(Token.ANY, "any");
        put(Token.BIGINT, "bigint");
        put(Token.BOOLEAN, "boolean");
        put(Token.NEVER, "never");
        put(Token.NUMBER_TYPE, "number");
        put(Token.OBJECT, "object");
        put(Token.STRING_TYPE, "string");
        put(Token.SYMBOL, "symbol");
        put(Token.UNDEFINED, "undefined");
        put(Token.UNKNOWN, "unknown");
        put(Token.BREAK, "break");
        put(Token.CASE, "case");
        put(Token.CATCH, "catch");
        put(Token.CLASS, "class");
        put(Token.CONST, "const");
        put(Token.CONTINUE, "continue");
        put(Token.DEBUGGER, "debugger");
        put(Token.DEFAULT, "default");
        put(Token.DELETE, "delete");
        put(Token.DO, "do");
        put(Token.ELSE, "else");
        put(Token.ENUM, "enum");
        put(Token.EXPORT, "export");
        put(Token.EXTENDS, "extends");
        put(Token.FALSE, "false");
        put(Token.FINALLY, "finally");
        put(Token.FOR, "for");
        put(Token.FUNCTION, "function");
        put(Token.IF, "if");
        put(Token.IMPORT, "import");
        put(Token.IN, "in");
        put(Token.INSTANCEOF, "instanceof");
        put(Token.NEW, "new");
        put(Token.NULL, "null");
        put(Token.RETURN, "return");
        put(Token.SUPER, "super");
        put(Token.SWITCH, "switch");
        put(Token.THIS, "this");
        put(Token.THROW, "throw");
        put(Token.TRUE, "true");
        put(Token.TRY, "try");
        put(Token.TYPEOF, "typeof");
        put(Token.VAR, "var");
        put(Token.VOID, "void");
        put(Token.WHILE, "while");
        put(Token.WITH, "with");
    }

    private Words() {}

    private static void put(int token, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        int slot = slot(bytes, 0, bytes.length);
        while (TOKENS[slot] != 0) {
            slot = slot + 1 & SLOTS - 1;
        }
        WORDS[slot] = bytes;
        TOKENS[slot] = token;
    }

    /** The token of a word; {@link Token#NAME} if it is no special one. */
    static int token(byte[] source, int start, int end) {
        int length = end - start;
        if (length < SHORTEST || length > LONGEST) {
            return Token.NAME;
        }
        int slot = slot(source, start, end);
        while (TOKENS[slot] != 0) {
            byte[] word = WORDS[slot];
            if (word.length == length && Arrays.equals(word, 0, length, source, start, end)) {
                return TOKENS[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return Token.NAME;
    }

    private static int slot(byte[] source, int start, int end) {
        return source[start] * 31 + source[start + 1] * 7 + source[end - 1] * 131 + (end - start) * 17 & SLOTS - 1;
    }
}
