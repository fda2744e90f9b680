package dev.bolt.search.store;

/**
 * Some lines of a file.
 *
 * @param file number of the file
 * @param segment number of the segment that holds its text
 * @param offset where in it, bytes
 * @param length bytes
 * @param firstLine number of its first line, 1-based
 */
record Chunk(int file, int segment, long offset, int length, int firstLine) {
    /** Size in the table: three ints, a long, an int. */
    static final int BYTES = 24;
}
