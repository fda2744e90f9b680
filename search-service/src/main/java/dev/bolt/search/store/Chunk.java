package dev.bolt.search.store;

/**
 * Some lines of a file.
 *
 * @param file number of the file
 * @param segment number of the segment that holds its text; {@link #IN_PLACE} if only its file does
 * @param offset where in the segment, or in the file, bytes
 * @param length bytes
 * @param firstLine number of its first line, 1-based
 */
record Chunk(int file, int segment, long offset, int length, int firstLine) {
    /** Instead of a segment: the text is not copied. */
    static final int IN_PLACE = -1;

    /** Size in the table: three ints, a long, an int. */
    static final int BYTES = 24;
}
