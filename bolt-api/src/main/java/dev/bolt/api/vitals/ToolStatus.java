package dev.bolt.api.vitals;

/**
 * What the orchestrator grants the calls of one tool now.
 *
 * @param name such as {@code semantic_search}
 * @param running calls under way
 * @param limit calls at once at most
 * @param timeoutMillis what the next call of a plain question is given
 * @param reason why so long: {@code base}, {@code slow}, {@code observed}, {@code floor}, {@code ceiling} or
 *     {@code late}
 * @param samples calls that the value rests on
 * @param breaker {@code closed}, {@code open} or {@code half_open}
 */
public record ToolStatus(
        String name, int running, int limit, long timeoutMillis, String reason, int samples, String breaker) {}
