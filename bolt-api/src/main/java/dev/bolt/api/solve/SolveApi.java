package dev.bolt.api.solve;

import dev.bolt.api.analysis.SarifLog;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Questions and their answers. Beside it, {@code GET /v1/solves/{id}/events} streams {@link SolveEvent}s as SSE.
 *
 * <p>{@snippet : Solve accepted = solveApi.submit(SolveRequest.of(new WorkspaceId("shop"), "where are totals
 * rounded?"), null).getBody(); }
 */
@HttpExchange("/v1/solves")
public interface SolveApi {

    /**
     * Accepts the question: 202 with its Location once it is on disk. The same idempotency key gives the same solve.
     * WORKSPACE_NOT_FOUND if the workspace is not registered; OVERLOADED (429, Retry-After) if the queue is full.
     */
    @PostExchange
    ResponseEntity<Solve> submit(
            @RequestBody @Valid SolveRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey);

    /** Where it stands, with the answer once there is one. SOLVE_NOT_FOUND if there is none. */
    @GetExchange("/{id}")
    Solve get(@PathVariable String id);

    /**
     * The findings of its answer as SARIF 2.1.0; none before there is one. SOLVE_NOT_FOUND if there is no such solve.
     */
    @GetExchange(value = "/{id}/sarif", accept = SarifLog.MEDIA_TYPE)
    SarifLog sarif(@PathVariable String id);

    /**
     * The newest solves, newest first.
     *
     * @param limit at most so many, 1 to 1,000
     * @param text only those whose question holds each of these words, or their beginnings or parts; the case of
     *     {@code a} to {@code z} does not count. All if null
     */
    @GetExchange
    List<Solve> list(
            @RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) @Nullable String text);

    /** Calls it off and stops its work. Silent if it has ended. SOLVE_NOT_FOUND if there is none. */
    @DeleteExchange("/{id}")
    void cancel(@PathVariable String id);
}
