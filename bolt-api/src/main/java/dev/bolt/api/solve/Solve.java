package dev.bolt.api.solve;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to solve and what became of it.
 *
 * @param id its name
 * @param request what was asked
 * @param state where it stands
 * @param createdAt when it was accepted
 * @param endedAt when it ended; null before
 * @param answer the answer; null before there is one
 * @param steps what the agents did, in the order in which they ended
 * @param problem why it failed or is partial; null otherwise
 */
public record Solve(
        String id,
        SolveRequest request,
        SolveState state,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable SolveAnswer answer,
        List<Step> steps,
        @Nullable String problem) {
    /** Copies the list. */
    public Solve {
        steps = List.copyOf(steps);
    }
}
