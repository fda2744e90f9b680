package dev.bolt.einstein.vector;

import dev.bolt.platform.deadline.Deadline;

/** Rows that many questions are compared with at once, all of them. Not to be closed while it is asked. */
public interface Product extends AutoCloseable {
    /** How many rows. */
    int rows();

    /**
     * Where the nearest are: for each question ordinals of rows, among them the wanted ones, and some more where
     * rounding could mistake one for another; all rows if there are no more.
     *
     * @throws ProductException if the runtime fails; it is of no use any more then
     * @throws dev.bolt.platform.problem.ProblemException DEADLINE_EXCEEDED if the deadline passes meanwhile
     */
    int[][] nearest(float[][] questions, int wanted, Deadline deadline);

    /** Gives the memory back. */
    @Override
    void close();
}
