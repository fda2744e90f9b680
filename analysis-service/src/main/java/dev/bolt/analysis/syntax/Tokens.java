package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one source in parallel arrays, ended by {@link Token#END}. Offsets are bytes of the source in UTF-8.
 */
final class Tokens {
    final byte[] source;
    final Silences silences = new Silences();
    final Names names;
    private byte[] kinds;
    private @Nullable String[] texts;
    private int[] places;
    private int size;
    private int comments;

    Tokens(byte[] source, int expected, Names names) {
        this.names = names;
        this.source = source;
        kinds = new byte[expected];
        texts = new String[expected];
        places = new int[expected * 4];
    }

    /** @param text of a name or error; null for what can be read from the source */
    void add(int kind, @Nullable String text, int start, int end, int line, int lastLine) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
            places = Arrays.copyOf(places, size * 8);
        }
        kinds[size] = (byte) kind;
        texts[size] = text;
        int at = size * 4;
        places[at] = start;
        places[at + 1] = end;
        places[at + 2] = line;
        places[at + 3] = lastLine;
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

    int kind(int index) {
        return kinds[index];
    }

    /** What is written there, names in NFKC; the message of an error; empty for layout. */
    String text(int index) {
        String text = texts[index];
        if (text != null) {
            return text;
        }
        int kind = kinds[index];
        if (kind >= Token.LEFT_PAREN) {
            return Token.text(kind);
        }
        return Token.isWritten(kind) ? written(start(index), end(index)) : "";
    }

    /** The source between these places. */
    String written(int start, int end) {
        return new String(source, start, end - start, UTF_8);
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
