package dev.bolt.einstein.embed;

/** Turns text into a vector, a pure function of the text. Safe for all threads. */
public interface Embedder {
    /** {@code float[dimension]}, unit length. */
    float[] embed(String text);

    /** Length of every vector. */
    int dimension();

    /** Names model, weights and the way they are used; vectors of two names must not be compared. */
    String model();
}
