package dev.bolt.einstein.vector;

/**
 * One of several that are asked at once.
 *
 * @param vector unit length
 * @param topK how many neighbours
 */
public record VectorQuestion(float[] vector, int topK) {}
