package dev.bolt.analysis.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The words of one source, each text once, by small numbers: a hash table by open addressing, read without making
 * strings of repeats.
 */
final class Names {
    private static final int SMALLEST = 32;
    private static final int LARGEST = 512;

    /** Few sources have more words than one for so many bytes. */
    private static final int BYTES_A_WORD = 16;

    private final byte[] source;
    private int[] slots;
    private String[] texts;
    private byte[] kinds;
    private boolean[] mentioned;
    private boolean[] watched;
    private long[] tails;
    private int[] starts;
    private int[] lengths;
    private int size;
    private boolean foreign;
    private boolean late;

    Names(byte[] source) {
        this.source = source;
        int expected = Math.clamp(Integer.highestOneBit(source.length / BYTES_A_WORD), SMALLEST, LARGEST);
        slots = new int[expected * 2];
        texts = new String[expected];
        kinds = new byte[expected];
        mentioned = new boolean[expected];
        watched = new boolean[expected];
        tails = new long[expected];
        starts = new int[expected];
        lengths = new int[expected];
    }

    /**
     * The number of the word between these places.
     *
     * @param plain whether it is ASCII
     */
    int of(int start, int end, boolean plain) {
        int length = end - start;
        long tail = tail(start, end);
        int mask = slots.length - 1;
        int slot = slot(tail, length, mask);
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int name = slots[slot] - 1;
            if (tails[name] == tail
                    && lengths[name] == length
                    && (length <= Eight.BYTES || same(starts[name], start, length - Eight.BYTES))) {
                return name;
            }
        }
        if (size == texts.length) {
            grow();
            return of(start, end, plain);
        }
        int keyword = plain && length <= Eight.BYTES ? Token.ofWord(tail) : Token.NAME;
        String text = keyword == Token.NAME ? Lexicon.normalized(source, start, end) : Token.text(keyword);
        foreign |= !plain;
        watched[size] = !plain || Watched.is(text);
        texts[size] = text;
        kinds[size] = (byte) (plain ? keyword : Token.ofWord(text));
        tails[size] = tail;
        starts[size] = start;
        lengths[size] = length;
        slots[slot] = ++size;
        return size - 1;
    }

    /** The last eight bytes of a word; those of a shorter one are the whole of it. */
    private long tail(int start, int end) {
        int length = end - start;
        if (length >= Eight.BYTES) {
            return Eight.at(source, end - Eight.BYTES);
        }
        return start <= source.length - Eight.BYTES
                ? Eight.first(Eight.at(source, start), length)
                : Eight.between(source, start, end);
    }

    /** Its text, in NFKC. */
    String text(int name) {
        return texts[name];
    }

    /** {@link Token#NAME}, or which keyword it is. */
    int kind(int name) {
        return kinds[name];
    }

    /** An expression begins with this name. */
    void mention(int name) {
        mentioned[name] = true;
    }

    /** Whether it is one of {@link Watched}, or like one by {@link #watch}. */
    boolean isWatched(int name) {
        return watched[name];
    }

    /** From now on the name with this text counts as watched. */
    void watch(String text) {
        for (int name = 0; name < size; name++) {
            if (!watched[name] && texts[name].equals(text)) {
                watched[name] = true;
                late |= mentioned[name];
            }
        }
    }

    /** Whether a name was watched after it had been mentioned: statements before that are not marked. */
    boolean watchedLate() {
        return late;
    }

    /** Whether {@link #mention} was told of a name with this text. */
    boolean mentions(String text) {
        byte[] word = text.getBytes(UTF_8);
        long tail = Eight.between(word, Math.max(0, word.length - Eight.BYTES), word.length);
        int mask = slots.length - 1;
        for (int slot = slot(tail, word.length, mask); slots[slot] != 0; slot = slot + 1 & mask) {
            int name = slots[slot] - 1;
            if (mentioned[name] && texts[name].equals(text)) {
                return true;
            }
        }
        return foreign && mentionsForeign(text);
    }

    /** What is not ASCII may be written in other bytes than its text. */
    private boolean mentionsForeign(String text) {
        for (int name = 0; name < size; name++) {
            if (mentioned[name] && texts[name].equals(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean same(int one, int other, int length) {
        for (int left = length - Eight.BYTES; left > 0; left -= Eight.BYTES) {
            if (Eight.at(source, one + left) != Eight.at(source, other + left)) {
                return false;
            }
        }
        return Eight.at(source, one) == Eight.at(source, other);
    }

    private void grow() {
        int more = size * 2;
        texts = Arrays.copyOf(texts, more);
        kinds = Arrays.copyOf(kinds, more);
        mentioned = Arrays.copyOf(mentioned, more);
        watched = Arrays.copyOf(watched, more);
        tails = Arrays.copyOf(tails, more);
        starts = Arrays.copyOf(starts, more);
        lengths = Arrays.copyOf(lengths, more);
        slots = new int[more * 2];
        int mask = slots.length - 1;
        for (int name = 0; name < size; name++) {
            int slot = slot(tails[name], lengths[name], mask);
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = name + 1;
        }
    }

    private static int slot(long tail, int length, int mask) {
        long mixed = (tail ^ length) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE) & mask;
    }
}
