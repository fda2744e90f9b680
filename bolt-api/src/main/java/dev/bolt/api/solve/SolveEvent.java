package dev.bolt.api.solve;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a solve; the {@code id} of the SSE event is the sequence, its {@code event} the type.
 *
 * @param sequence 1 for the first event of a solve, then without gaps
 * @param type {@code accepted}, {@code started}, {@code step} or {@code ended}
 * @param at when
 * @param step the step that ended; only for {@code step}
 * @param state where the solve now stands
 */
public record SolveEvent(
        long sequence, String type, Instant at, @Nullable Step step, SolveState state) {}
