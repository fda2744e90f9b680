package dev.bolt.api.solve;

import dev.bolt.api.code.SourceSpan;

/**
 * What to do next.
 *
 * @param text one sentence
 * @param span where
 */
public record Recommendation(String text, SourceSpan span) {}
