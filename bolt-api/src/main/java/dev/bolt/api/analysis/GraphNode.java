package dev.bolt.api.analysis;

/**
 * A file or folder in the import graph.
 *
 * @param path relative to the workspace; the workspace itself is {@code .}
 * @param layer imports on the longest way down to a node that imports nothing here; a circle lies on one layer
 * @param rank its PageRank among all nodes asked for: what share of a random walk along imports is spent on it
 * @param circle number of the circle it lies on, from 1; 0 if on none
 * @param files how many files it stands for
 */
public record GraphNode(String path, int layer, double rank, int circle, int files) {}
