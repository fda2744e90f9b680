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
     * A cosine of two of its vectors on MiniLM's scale, on which a question that nothing answers is told from others.
     * Grows with the cosine; 1 stays 1, and what is unlike may be below −1.
     */
    default double likeness(double cosine) {
        return cosine;
    }

    /** How much its likeness counts beside words, 1 for MiniLM: a better model is believed more. */
    default double weight() {
        return 1;
    }

    /** What it runs on, what else was tried, and why it was left out, for a person. */
    default String runsOn() {
        return "cpu";
    }

    /** What it runs on: never {@link Accelerator#AUTO}. */
    default Accelerator accelerator() {
        return Accelerator.CPU;
    }
}
