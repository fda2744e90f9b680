package dev.bolt.api.analysis;

import org.jspecify.annotations.Nullable;

/**
 * An import.
 *
 * @param from path of the importing file
 * @param to path of the imported file; null if it is not in the workspace
 * @param module the imported name as resolved, dotted
 * @param line line of the statement, 1-based
 * @param context {@code top}, {@code function}, {@code type-checking} or {@code try}
 */
public record Dependency(String from, @Nullable String to, String module, int line, String context) {}
