package dev.bolt.api.analysis;

import dev.bolt.api.code.SourceSpan;

/**
 * Something a rule found.
 *
 * @param ruleId stable name of the rule, such as {@code complexity.cyclomatic}
 * @param severity how much it matters
 * @param message what is so, in one sentence with the names and numbers
 * @param recommendation what to do
 * @param span where
 * @param symbol qualified name of the definition around it; empty at module level
 */
public record Finding(
        String ruleId, Severity severity, String message, String recommendation, SourceSpan span, String symbol) {}
