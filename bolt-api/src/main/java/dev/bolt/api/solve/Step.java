package dev.bolt.api.solve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one agent did.
 *
 * @param name such as {@code symbols}
 * @param tool the tool it called: {@code pattern_search}, {@code semantic_search}, {@code code_analysis}, …
 * @param needs names of the steps it waited for
 * @param agent who did it; null if it never began
 * @param waitMillis from being ready to beginning
 * @param runMillis from beginning to end
 * @param timeoutMillis the time it was given
 * @param outcome how it ended
 * @param detail what it found, or why it failed, in one sentence
 */
public record Step(
        String name,
        String tool,
        List<String> needs,
        @Nullable String agent,
        long waitMillis,
        long runMillis,
        long timeoutMillis,
        StepOutcome outcome,
        String detail) {
    /** Copies the list. */
    public Step {
        needs = List.copyOf(needs);
    }
}
