package dev.bolt.api.analysis;

import dev.bolt.api.code.SourceSpan;

/**
 * A use of a name.
 *
 * @param span its line
 * @param within qualified name of the definition around it; empty at module level
 * @param kind {@code call}, {@code import}, {@code read}
 * @param confidence 1 when scopes and imports resolve it, less when guessed by name
 */
public record Reference(SourceSpan span, String within, String kind, double confidence) {}
