package dev.bolt.analysis.syntax;

/** The words of one source, each text once: a hash table by open addressing, read without making strings of repeats. */
final class Names {
    private static final int SMALLEST = 256;

    private String[] texts = new String[SMALLEST];
    private boolean[] keywords = new boolean[SMALLEST];
    private int[] hashes = new int[SMALLEST];
    private int size;
    private boolean keyword;

    /** The text between these places, in NFKC; {@link #keyword()} then tells whether it is a keyword. */
    String of(String source, int start, int end) {
        int hash = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            hash = hash * 31 + c;
            letters |= c;
        }
        int mask = texts.length - 1;
        int slot = mixed(hash) & mask;
        for (; texts[slot] != null; slot = slot + 1 & mask) {
            if (hashes[slot] == hash && texts[slot].length() == end - start && source.startsWith(texts[slot], start)) {
                keyword = keywords[slot];
                return texts[slot];
            }
        }
        String text = source.substring(start, end);
        if (letters >= 128) {
            String normal = Lexicon.normalized(text);
            keyword = Lexicon.KEYWORDS.contains(normal);
            return normal;
        }
        keyword = Lexicon.KEYWORDS.contains(text);
        put(slot, text, hash);
        return text;
    }

    /** Whether the newest word is a keyword. */
    boolean keyword() {
        return keyword;
    }

    private void put(int slot, String text, int hash) {
        texts[slot] = text;
        hashes[slot] = hash;
        keywords[slot] = keyword;
        if (++size * 2 > texts.length) {
            grow();
        }
    }

    private void grow() {
        String[] oldTexts = texts;
        int[] oldHashes = hashes;
        boolean[] oldKeywords = keywords;
        texts = new String[oldTexts.length * 2];
        hashes = new int[texts.length];
        keywords = new boolean[texts.length];
        int mask = texts.length - 1;
        for (int i = 0; i < oldTexts.length; i++) {
            if (oldTexts[i] != null) {
                int slot = mixed(oldHashes[i]) & mask;
                while (texts[slot] != null) {
                    slot = slot + 1 & mask;
                }
                texts[slot] = oldTexts[i];
                hashes[slot] = oldHashes[i];
                keywords[slot] = oldKeywords[i];
            }
        }
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
