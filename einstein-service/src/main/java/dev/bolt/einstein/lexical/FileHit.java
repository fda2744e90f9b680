package dev.bolt.einstein.lexical;

import java.util.Map;

/**
 * A file ranked as a whole.
 *
 * @param path relative to the workspace
 * @param score weighted sum of the parts, times the file's standing
 * @param parts {@code body}, {@code path}, {@code outline}, {@code definition}, each 0 to 1; unchanging
 */
public record FileHit(String path, double score, Map<String, Double> parts) {}
