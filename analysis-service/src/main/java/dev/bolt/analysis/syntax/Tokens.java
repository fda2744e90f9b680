package dev.bolt.analysis.syntax;

import java.util.Arrays;

/** The tokens of one source in parallel arrays, ended by {@link TokenKind#END}. Offsets are UTF-16 units. */
final class Tokens {
    final String source;
    final Silences silences = new Silences();
    final Names names;
    private TokenKind[] kinds;
    private String[] texts;
    private int[] places;
    private int size;
    private int comments;

    Tokens(String source, int expected, Names names) {
        this.names = names;
        this.source = source;
        kinds = new TokenKind[expected];
        texts = new String[expected];
        places = new int[expected * 4];
    }

    void add(TokenKind kind, String text, int start, int end, int line, int lastLine) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
            places = Arrays.copyOf(places, size * 8);
        }
        kinds[size] = kind;
        texts[size] = text;
        places[size * 4] = start;
        places[size * 4 + 1] = end;
        places[size * 4 + 2] = line;
        places[size * 4 + 3] = lastLine;
        size++;
    }

    void comment() {
        comments++;
    }

    /** How many comments were between them. */
    int comments() {
        return comments;
    }

    int size() {
        return size;
    }

    TokenKind kind(int index) {
        return kinds[index];
    }

    /** Interned text of names, keywords and operators; the message of an error; empty for strings and layout. */
    String text(int index) {
        return texts[index];
    }

    int start(int index) {
        return places[index * 4];
    }

    int end(int index) {
        return places[index * 4 + 1];
    }

    int line(int index) {
        return places[index * 4 + 2];
    }

    int lastLine(int index) {
        return places[index * 4 + 3];
    }
}
