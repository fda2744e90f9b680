package dev.bolt.api.solve;

import java.util.List;

/**
 * What the asker should say more clearly.
 *
 * @param question what is ambiguous
 * @param choices what it could be
 */
public record Clarification(String question, List<String> choices) {
    /** Copies the list. */
    public Clarification {
        choices = List.copyOf(choices);
    }
}
