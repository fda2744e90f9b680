package dev.bolt.api.analysis;

/**
 * Imports between two nodes.
 *
 * @param from the importing node
 * @param to the imported node
 * @param imports how many pairs of files the edge stands for
 */
public record GraphEdge(String from, String to, int imports) {}
