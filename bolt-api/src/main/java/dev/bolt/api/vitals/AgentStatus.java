package dev.bolt.api.vitals;

import org.jspecify.annotations.Nullable;

/**
 * What one agent does.
 *
 * @param name such as {@code agent-0}
 * @param step the step it works on, {@code solve id/step}; null if idle
 * @param completed steps it has ended since the start
 */
public record AgentStatus(String name, @Nullable String step, long completed) {}
