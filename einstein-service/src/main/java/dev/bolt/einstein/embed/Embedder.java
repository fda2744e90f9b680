package dev.bolt.einstein.embed;

/** Turns text into a vector, a pure function of the text. Safe for all threads. */
public interface Embedder {
    /** {@code float[dimension]}, unit length, of what is to be found. */
    float[] embed(String text);

    /** The same of what is asked; some models want to be told which of the two a text is. */
    default float[] question(String text) {
        return embed(text);
    }

    /** Length of every vector. */
    int dimension();

    /** Names model, weights and the way they are used; vectors of two names must not be compared. */
    String model();

    /**
     * What a difference of two of its cosines is multiplied with, before words are added to it: those of some models
     * lie close together, and words would decide alone. 1 for MiniLM.
     */
    default double cosineScale() {
        return 1;
    }

    /** What it runs on, what else was tried, and why it was left out, for a person. */
    default String runsOn() {
        return "cpu";
    }
}
