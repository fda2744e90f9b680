package dev.bolt.analysis.syntax;

import java.util.Arrays;

/**
 * The words of one source, each text once, by small numbers: a hash table by open addressing, read without making
 * strings of repeats.
 */
final class Names {
    private static final int SMALLEST = 256;

    private final byte[] source;
    private int[] slots = new int[SMALLEST * 2];
    private String[] texts = new String[SMALLEST];
    private byte[] kinds = new byte[SMALLEST];
    private boolean[] mentioned = new boolean[SMALLEST];
    private int[] hashes = new int[SMALLEST];
    private int[] starts = new int[SMALLEST];
    private int[] lengths = new int[SMALLEST];
    private int size;
    private boolean foreign;

    Names(byte[] source) {
        this.source = source;
    }

    /** The hash of a word with one more byte; of ASCII the same as {@link String#hashCode}. */
    static int hash(int hash, byte next) {
        return hash * 31 + next;
    }

    /** The number of the word between these places. */
    int of(int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = mixed(hash) & mask;
        int length = end - start;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            int name = slots[slot] - 1;
            if (hashes[name] == hash && lengths[name] == length && same(starts[name], start, length)) {
                return name;
            }
        }
        if (size == texts.length) {
            grow();
            return of(start, end, hash);
        }
        String text = Lexicon.normalized(source, start, end, hash);
        foreign |= text.hashCode() != hash;
        texts[size] = text;
        kinds[size] = (byte) Token.ofWord(text);
        hashes[size] = hash;
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
        hashes = Arrays.copyOf(hashes, more);
        starts = Arrays.copyOf(starts, more);
        lengths = Arrays.copyOf(lengths, more);
        slots = new int[more * 2];
        int mask = slots.length - 1;
        for (int name = 0; name < size; name++) {
            int slot = mixed(hashes[name]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = name + 1;
        }
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
