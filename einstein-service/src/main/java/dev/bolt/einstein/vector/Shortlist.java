package dev.bolt.einstein.vector;

import dev.bolt.platform.deadline.Deadline;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Names the rows that seem nearest, so that few are compared exactly. Knows rows by ordinal, 0 to count − 1 without a
 * gap, as {@link Rows} does. Not safe for threads that write; any number may search meanwhile.
 */
interface Shortlist extends AutoCloseable {
    /** Takes the row with the next ordinal; false if the budget has no room. */
    boolean add(float[] vector);

    /** The one with the last ordinal takes this ordinal. */
    void remove(int ordinal);

    /** How many ordinals there are. */
    int count();

    /**
     * The ordinals that seem nearest, in no order.
     *
     * @param wanted how many; there may be fewer only if there are no more rows
     */
    int[] search(float[] question, int wanted, Deadline deadline);

    /** Whether so much was removed that learning anew pays. */
    boolean worn();

    /** What the budget granted. */
    long bytes();

    /** What it is. */
    VectorKind type();

    /** The same in FAISS's words, with its measures. */
    String kind();

    /** Writes all of it, rows in the order of their ordinals, so that {@link Shortlists#read} gives the same. */
    void write(DataOutputStream out) throws IOException;

    @Override
    void close();
}
