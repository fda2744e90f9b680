package dev.bolt.orchestrator.ledger;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The ledger in a relational database. One connection, one writer: whoever has it open is the only one. */
public final class SqlLedger implements Ledger {
    private static final String UNENDED = "state IN ('QUEUED', 'RUNNING')";
    private static final String SELECT = "SELECT id, request, state, created_at, ended_at, answer, problem FROM solve ";

    private final Database database;
    /** What an older Bolt wrote lacks what was added to the contracts since; that counts as false or 0. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SqlLedger(Database database) {
        this.database = database;
    }

    /**
     * In one SQLite file, which is made if it is not there: nothing to install.
     *
     * @throws ProblemException CONFLICT if another process has it open; DISK_FULL
     */
    public static Ledger sqlite(Path file) {
        return new SqlLedger(new Sqlite(file));
    }

    /**
     * In a schema of a PostgreSQL database, 14 or newer; the schema is made if it is not there.
     *
     * @throws ProblemException CONFLICT if another orchestrator has it open; SERVICE_UNAVAILABLE if the database cannot
     *     be reached or lets nobody in
     */
    public static Ledger postgres(LedgerProperties properties) {
        return new SqlLedger(new Postgres(properties));
    }

    @Override
    public Registered register(WorkspaceId id, String path, Instant now) {
        database.run(
                "INSERT INTO workspace VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE SET path = excluded.path",
                id.value(),
                path,
                now.toString());
        return workspace(id).orElseThrow();
    }

    @Override
    public Optional<Registered> workspace(WorkspaceId id) {
        return database.query("SELECT * FROM workspace WHERE id = ?", SqlLedger::registered, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Registered> workspaces() {
        return database.query("SELECT * FROM workspace", SqlLedger::registered).stream()
                .sorted(Comparator.comparing(workspace -> workspace.id().value()))
                .toList();
    }

    @Override
    public void forget(WorkspaceId id) {
        database.run("DELETE FROM workspace WHERE id = ?", id.value());
    }

    @Override
    public Solve accept(String id, SolveRequest request, @Nullable String key, Instant now) {
        return database.transact(() -> {
            String body = json.writeValueAsString(request);
            Optional<Solve> earlier = key == null ? Optional.empty() : accepted(key, request);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            database.run(
                    "INSERT INTO solve(id, request, state, created_at, idempotency_key) VALUES(?, ?, 'QUEUED', ?, ?)",
                    id,
                    body,
                    now.toString(),
                    key);
            event(id, "accepted", null, SolveState.QUEUED, now);
            return solve(id).orElseThrow();
        });
    }

    @Override
    public Optional<Solve> accepted(String key, SolveRequest request) {
        return database.query(SELECT + "WHERE idempotency_key = ?", this::solve, key).stream()
                .findFirst()
                .map(earlier -> same(earlier, request));
    }

    @Override
    public Optional<Solve> solve(String id) {
        return database.query(SELECT + "WHERE id = ?", this::solve, id).stream().findFirst();
    }

    @Override
    public List<Solve> newest(int limit, List<String> words) {
        String each = String.join(" AND ", Collections.nCopies(words.size(), database.questionHolds()));
        String where = words.isEmpty() ? "" : "WHERE " + each;
        var arguments = new ArrayList<Object>(words);
        arguments.add(limit);
        return database.query(
                SELECT + where + " ORDER BY " + database.age() + " DESC LIMIT ?", this::solve, arguments.toArray());
    }

    @Override
    public List<Solve> unended() {
        return database.query(SELECT + "WHERE " + UNENDED + " ORDER BY " + database.age(), this::solve);
    }

    @Override
    public long start(String id, Instant now) {
        return database.transact(() -> {
            int changed = database.run(
                    "UPDATE solve SET state = 'RUNNING', attempt = attempt + 1 WHERE id = ? AND " + UNENDED, id);
            if (changed == 0) {
                return ANY;
            }
            database.run("DELETE FROM step WHERE solve = ?", id);
            event(id, "started", null, SolveState.RUNNING, now);
            return database.query("SELECT attempt FROM solve WHERE id = ?", row -> row.getLong(1), id)
                    .getFirst();
        });
    }

    @Override
    public boolean step(String id, long attempt, Step step, Instant now) {
        return database.transact(() -> {
            int added = database.run(
                    "INSERT INTO step SELECT id, (SELECT COALESCE(MAX(number), 0) + 1 FROM step WHERE solve = id), ?"
                            + " FROM solve WHERE id = ? AND attempt = ? AND " + UNENDED,
                    json.writeValueAsString(step),
                    id,
                    attempt);
            if (added == 1) {
                event(id, "step", step, SolveState.RUNNING, now);
            }
            return added == 1;
        });
    }

    @Override
    public boolean end(
            String id,
            long attempt,
            SolveState state,
            @Nullable SolveAnswer answer,
            @Nullable String problem,
            Instant now) {
        return database.transact(() -> {
            int changed = database.run(
                    "UPDATE solve SET state = ?, ended_at = ?, answer = ?, problem = ? WHERE id = ? AND " + UNENDED
                            + (attempt == ANY ? "" : " AND attempt = " + attempt),
                    state.name(),
                    now.toString(),
                    answer == null ? null : json.writeValueAsString(answer),
                    problem,
                    id);
            if (changed == 1) {
                event(id, "ended", null, state, now);
            }
            return changed == 1;
        });
    }

    @Override
    public List<SolveEvent> events(String id, long after) {
        return database.query(
                "SELECT event FROM event WHERE solve = ? AND sequence > ? ORDER BY sequence",
                row -> json.readValue(row.getString(1), SolveEvent.class),
                id,
                after);
    }

    @Override
    public void retain(int newest) {
        database.run("""
                DELETE FROM solve WHERE state NOT IN ('QUEUED', 'RUNNING') AND %1$s NOT IN
                  (SELECT %1$s FROM solve ORDER BY %1$s DESC LIMIT ?)""".formatted(database.age()), newest);
    }

    @Override
    public void close() {
        database.close();
    }

    private void event(String id, String type, @Nullable Step step, SolveState state, Instant now) {
        long sequence = database.query(
                        "SELECT COALESCE(MAX(sequence), 0) + 1 FROM event WHERE solve = ?", row -> row.getLong(1), id)
                .getFirst();
        String event = json.writeValueAsString(new SolveEvent(sequence, type, now, step, state));
        database.run("INSERT INTO event VALUES(?, ?, ?)", id, sequence, event);
    }

    private Solve solve(ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<Step> steps = new ArrayList<>(database.query(
                "SELECT step FROM step WHERE solve = ? ORDER BY number",
                step -> json.readValue(step.getString(1), Step.class),
                id));
        String ended = row.getString("ended_at");
        String answer = row.getString("answer");
        return new Solve(
                id,
                json.readValue(row.getString("request"), SolveRequest.class),
                SolveState.valueOf(row.getString("state")),
                Instant.parse(row.getString("created_at")),
                ended == null ? null : Instant.parse(ended),
                answer == null ? null : json.readValue(answer, SolveAnswer.class),
                steps,
                row.getString("problem"));
    }

    private static Registered registered(ResultSet row) throws SQLException {
        return new Registered(new WorkspaceId(row.getString(1)), row.getString(2), Instant.parse(row.getString(3)));
    }

    private static Solve same(Solve earlier, SolveRequest request) {
        if (!earlier.request().equals(request)) {
            throw new ProblemException(
                    Problem.CONFLICT, "This idempotency key belongs to another request; use a new one.");
        }
        return earlier;
    }
}
