package dev.bolt.api.vitals;

import org.jspecify.annotations.Nullable;

/**
 * What one agent does.
 *
 * @param name such as {@code agent-0}
 * @param step the step it works on, {@code solve id/step}; null if idle
 * @param completed steps it has ended since the start
 * @param waiting steps that it has taken from the queue and not begun
 * @param stolen steps that it took over from other agents
 * @param processor the only one that it runs on; null if it may run on any
 */
public record AgentStatus(
        String name,
        @Nullable String step,
        long completed,
        int waiting,
        long stolen,
        @Nullable Integer processor) {}
