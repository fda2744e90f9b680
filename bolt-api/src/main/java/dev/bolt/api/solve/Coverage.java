package dev.bolt.api.solve;

/**
 * What the answer rests on.
 *
 * @param files files that the model knows
 * @param skipped files left out on purpose
 * @param embeddedShare part of the chunks that have a vector, 0 to 1
 */
public record Coverage(int files, int skipped, double embeddedShare) {}
