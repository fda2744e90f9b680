package dev.bolt.api.search;

/**
 * One match inside a line.
 *
 * @param startByte first byte, 0-based from the start of the line
 * @param endByte byte after the last
 * @param startColumn first UTF-16 unit of {@link MatchedLine#text()}, 0-based
 * @param endColumn UTF-16 unit after the last
 */
public record Submatch(int startByte, int endByte, int startColumn, int endColumn) {}
