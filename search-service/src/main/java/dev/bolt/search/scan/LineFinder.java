package dev.bolt.search.scan;

/** Finds the lines of a text that may match, left to right: all that do are among them. Used by one thread. */
interface LineFinder {
    /** Begins a text that ends before {@code end}. */
    void begin(byte[] text, int end);

    /** Where the next line begins that may match, from a line's beginning on; -1 if there is none. */
    int nextLine(int start);
}
