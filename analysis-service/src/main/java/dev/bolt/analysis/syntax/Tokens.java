package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one source in parallel arrays, ended by {@link Token#END}. Offsets are bytes of the source in UTF-8.
 */
final class Tokens {
    final byte[] source;
    final Silences silences = new Silences();
    final Mentions mentions;
    final Names names;
    private final Map<Integer, String> errors = new HashMap<>(0);
    /** Of one thread, for its next file: new ones take longer to be cleared than to be written. */
    private static final ThreadLocal<@Nullable Room> SPARE = new ThreadLocal<>();

    /** Few files have more tokens. */
    private static final int MOST_SPARE = 1 << 16;

    private byte[] kinds;
    private int[] places;
    private int size;
    private int comments;
    private int lines;
    private LineCounts counts = new LineCounts(0, 0, 0, 0);

    private record Room(byte[] kinds, int[] places) {
        Room(int tokens) {
            this(new byte[tokens], new int[tokens * 4]);
        }
    }

    Tokens(byte[] source, int expected, Mentions mentions) {
        this(source, new Room(expected), mentions);
    }

    private Tokens(byte[] source, Room room, Mentions mentions) {
        this.mentions = mentions;
        this.names = mentions.names();
        this.source = source;
        kinds = room.kinds();
        places = room.places();
    }

    /** The same, in the room that the thread's last file had, if it was left by {@link #leave}. */
    static Tokens ofFile(byte[] source, int expected, Mentions mentions) {
        Room spare = SPARE.get();
        SPARE.remove();
        boolean fits = spare != null && spare.kinds().length >= expected;
        return new Tokens(source, fits ? spare : new Room(expected), mentions);
    }

    /** They are not needed any more; whoever looks at them after this may see others. */
    void leave() {
        if (kinds.length <= MOST_SPARE) {
            SPARE.set(new Room(kinds, places));
        }
    }

    /** @param last its last line; of a name, which has but one, its number */
    void add(int kind, int start, int end, int line, int last) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            places = Arrays.copyOf(places, size * 8);
        }
        kinds[size] = (byte) kind;
        int at = size * 4;
        places[at] = start;
        places[at + 1] = end;
        places[at + 2] = line;
        places[at + 3] = last;
        size++;
    }

    /** What is not Python. */
    void addError(String message, int start, int end, int line, int lastLine) {
        errors.put(size, message);
        add(Token.ERROR, start, end, line, lastLine);
    }

    /** @param newlines that the scanning has passed */
    void passed(int newlines) {
        boolean open = source.length > 0 && !Lexicon.isNewline(source[source.length - 1]);
        lines = newlines + (open ? 1 : 0);
    }

    void counted(LineCounts all) {
        counts = all;
    }

    /** Of its lines, by tokens; nothing before the tokenizer has reached the end. */
    LineCounts counts() {
        return counts;
    }

    /** How many lines the source has. */
    int lines() {
        return lines;
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
        int kind = kinds[index];
        if (kind == Token.NAME) {
            return names.text(name(index));
        }
        if (kind >= Token.LEFT_PAREN) {
            return Token.text(kind);
        }
        if (kind == Token.ERROR) {
            return errors.getOrDefault(index, "");
        }
        return Token.isWritten(kind) ? written(start(index), end(index)) : "";
    }

    /** The number of the name that this token is. */
    int name(int index) {
        return places[index * 4 + 3];
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
        int kind = kinds[index];
        return kind == Token.STRING || kind == Token.ERROR ? places[index * 4 + 3] : places[index * 4 + 2];
    }
}
