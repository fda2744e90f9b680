package dev.bolt.analysis.syntax;

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

    /** The hash of a word with one more byte; of ASCII the same as {@link String#hashCode}. */
    static int hash(int hash, byte next) {
        return hash * 31 + next;
    }

    /**
     * The number of the word between these places.
     *
     * @param tail its last eight bytes; those of a shorter word are the whole of it
     */
    int of(int start, int end, int hash, long tail) {
        int mask = slots.length - 1;
        int slot = mixed(hash) & mask;
        int length = end - start;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int name = slots[slot] - 1;
            if (tails[name] == tail
                    && lengths[name] == length
                    && (length <= Long.BYTES || same(starts[name], start, length - Long.BYTES))) {
                return name;
            }
        }
        if (size == texts.length) {
            grow();
            return of(start, end, hash, tail);
        }
        int keyword = Token.ofWord(source, start, length, hash);
        String text = keyword == Token.NAME ? Lexicon.normalized(source, start, end) : Token.text(keyword);
        int known = text.hashCode() == hash ? keyword : Token.ofWord(text);
        foreign |= text.hashCode() != hash;
        watched[size] = text.hashCode() != hash || Watched.is(text);
        texts[size] = text;
        kinds[size] = (byte) known;
        tails[size] = tail;
        starts[size] = start;
        lengths[size] = length;
        slots[slot] = ++size;
        return size - 1;
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
        int mask = slots.length - 1;
        for (int slot = mixed(text.hashCode()) & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int name = slots[slot] - 1;
            if (mentioned[name] && texts[name].equals(text)) {
                return true;
            }
        }
        return foreign && mentionsForeign(text);
    }

    /** What is not ASCII has another hash than its text. */
    private boolean mentionsForeign(String text) {
        for (int name = 0; name < size; name++) {
            if (mentioned[name] && texts[name].equals(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean same(int one, int other, int length) {
        return Arrays.equals(source, one, one + length, source, other, other + length);
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
            int slot = mixed(hash(starts[name], lengths[name])) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = name + 1;
        }
    }

    private int hash(int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = hash(hash, source[i]);
        }
        return hash;
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
