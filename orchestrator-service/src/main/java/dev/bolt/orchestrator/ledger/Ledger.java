package dev.bolt.orchestrator.ledger;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must survive a crash. Every method that changes something returns only when the change is on disk; each is one
 * transaction. Safe for many threads.
 */
public interface Ledger extends AutoCloseable {

    /** A workspace as it was registered. */
    record Registered(WorkspaceId id, String path, Instant at) {}

    /** Adds or replaces a workspace; the time of the first registration stays. */
    Registered register(WorkspaceId id, String path, Instant now);

    /** One workspace. */
    Optional<Registered> workspace(WorkspaceId id);

    /** All workspaces, by id. */
    List<Registered> workspaces();

    /** Removes a workspace; silent if there is none. */
    void forget(WorkspaceId id);

    /**
     * Records a new solve as QUEUED with its first event; the same key and request give the solve there is.
     *
     * @throws dev.bolt.platform.problem.ProblemException CONFLICT if the key was used with another request; DISK_FULL
     */
    Solve accept(String id, SolveRequest request, @Nullable String idempotencyKey, Instant now);

    /**
     * The solve that was accepted with this key, if one was.
     *
     * @throws dev.bolt.platform.problem.ProblemException CONFLICT if it was for another request
     */
    Optional<Solve> accepted(String idempotencyKey, SolveRequest request);

    /** One solve with its steps. */
    Optional<Solve> solve(String id);

    /** The newest solves, newest first, whose question holds each of these words; the case of ASCII does not count. */
    List<Solve> newest(int limit, List<String> words);

    /** Solves that have not ended, oldest first. */
    List<Solve> unended();

    /** Stands for whatever attempt runs, and for none. */
    long ANY = 0;

    /**
     * Marks it RUNNING, with its event, and forgets the steps of earlier attempts. The number of this attempt, from 1
     * on, fences off earlier ones: what they still say is not recorded. {@link #ANY} if it has ended or does not exist.
     */
    long start(String id, Instant now);

    /**
     * Records a step that ended, with its event; false if the solve has ended or a later attempt has begun, and then
     * nothing changes.
     */
    boolean step(String id, long attempt, Step step, Instant now);

    /**
     * Records the end, answer and event together; false if it had ended already or a later attempt has begun, and then
     * nothing changes.
     */
    boolean end(
            String id,
            long attempt,
            SolveState state,
            @Nullable SolveAnswer answer,
            @Nullable String problem,
            Instant now);

    /** Its events after that sequence, in order. */
    List<SolveEvent> events(String id, long after);

    /** Deletes ended solves beyond the newest so many. */
    void retain(int newest);

    @Override
    void close();
}
