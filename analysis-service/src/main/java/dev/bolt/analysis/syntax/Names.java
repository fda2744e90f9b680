package dev.bolt.analysis.syntax;

import java.util.Arrays;

/** The words of one source, each text once: a hash table by open addressing, read without making strings of repeats. */
final class Names {
    private static final int SMALLEST = 256;

    private final byte[] source;
    private String[] texts = new String[SMALLEST];
    private byte[] kinds = new byte[SMALLEST];
    private int[] hashes = new int[SMALLEST];
    private int[] starts = new int[SMALLEST];
    private int[] lengths = new int[SMALLEST];
    private int size;
    private int kind;

    Names(byte[] source) {
        this.source = source;
    }

    /** The hash of a word with one more byte. */
    static int hash(int hash, byte next) {
        return hash * 31 + next;
    }

    /** The text between these places, in NFKC; {@link #kind()} then tells whether it is a keyword. */
    String of(int start, int end, int hash) {
        int mask = texts.length - 1;
        int slot = mixed(hash) & mask;
        int length = end - start;
        for (; texts[slot] != null; slot = slot + 1 & mask) {
            if (hashes[slot] == hash && lengths[slot] == length && same(starts[slot], start, length)) {
                kind = kinds[slot];
                return texts[slot];
            }
        }
        String text = Lexicon.normalized(source, start, end);
        kind = Token.ofWord(text);
        texts[slot] = text;
        hashes[slot] = hash;
        starts[slot] = start;
        lengths[slot] = length;
        kinds[slot] = (byte) kind;
        if (++size * 2 > texts.length) {
            grow();
        }
        return text;
    }

    /** {@link Token#NAME}, or which keyword the newest word is. */
    int kind() {
        return kind;
    }

    private boolean same(int one, int other, int length) {
        return Arrays.equals(source, one, one + length, source, other, other + length);
    }

    private void grow() {
        String[] oldTexts = texts;
        byte[] oldKinds = kinds;
        int[] oldHashes = hashes;
        int[] oldStarts = starts;
        int[] oldLengths = lengths;
        texts = new String[oldTexts.length * 2];
        kinds = new byte[texts.length];
        hashes = new int[texts.length];
        starts = new int[texts.length];
        lengths = new int[texts.length];
        int mask = texts.length - 1;
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                int slot = mixed(oldHashes[i]) & mask;
                while (texts[slot] != null) {
                    slot = slot + 1 & mask;
                }
                texts[slot] = oldTexts[i];
                kinds[slot] = oldKinds[i];
                hashes[slot] = oldHashes[i];
                starts[slot] = oldStarts[i];
                lengths[slot] = oldLengths[i];
            }
        }
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
