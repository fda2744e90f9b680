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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger in one SQLite file, in WAL mode with {@code synchronous=FULL}: a commit is on disk when it returns, also
 * through a power cut. One connection, one writer.
 */
public final class SqliteLedger implements Ledger {
    private static final String SELECT = "SELECT id, request, state, created_at, ended_at, answer, problem FROM solve ";

    private final Sqlite sqlite;
    private final JsonMapper json = JsonMapper.shared();

    /** Opens the file, or makes it. */
    public SqliteLedger(Path file) {
        sqlite = new Sqlite(file);
        sqlite.run(
                "CREATE TABLE IF NOT EXISTS workspace(id TEXT PRIMARY KEY, path TEXT NOT NULL, registered_at TEXT NOT NULL)");
        sqlite.run("""
                CREATE TABLE IF NOT EXISTS solve(id TEXT PRIMARY KEY, request TEXT NOT NULL, state TEXT NOT NULL,
                  created_at TEXT NOT NULL, ended_at TEXT, answer TEXT, problem TEXT, idempotency_key TEXT UNIQUE)""");
        sqlite.run("""
                CREATE TABLE IF NOT EXISTS step(solve TEXT NOT NULL REFERENCES solve(id) ON DELETE CASCADE,
                  number INTEGER NOT NULL, step TEXT NOT NULL, PRIMARY KEY(solve, number))""");
        sqlite.run("""
                CREATE TABLE IF NOT EXISTS event(solve TEXT NOT NULL REFERENCES solve(id) ON DELETE CASCADE,
                  sequence INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY(solve, sequence))""");
    }

    @Override
    public Registered register(WorkspaceId id, String path, Instant now) {
        sqlite.run(
                "INSERT INTO workspace VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE SET path = excluded.path",
                id.value(),
                path,
                now.toString());
        return workspace(id).orElseThrow();
    }

    @Override
    public Optional<Registered> workspace(WorkspaceId id) {
        return sqlite.query("SELECT * FROM workspace WHERE id = ?", SqliteLedger::registered, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Registered> workspaces() {
        return sqlite.query("SELECT * FROM workspace ORDER BY id", SqliteLedger::registered);
    }

    @Override
    public void forget(WorkspaceId id) {
        sqlite.run("DELETE FROM workspace WHERE id = ?", id.value());
    }

    @Override
    public Solve accept(String id, SolveRequest request, @Nullable String key, Instant now) {
        return sqlite.transact(() -> {
            String body = json.writeValueAsString(request);
            if (key != null) {
                Optional<Solve> earlier = sqlite.query(SELECT + "WHERE idempotency_key = ?", this::solve, key).stream()
                        .findFirst();
                if (earlier.isPresent()) {
                    return same(earlier.get(), request);
                }
            }
            sqlite.run(
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
    public Optional<Solve> solve(String id) {
        return sqlite.query(SELECT + "WHERE id = ?", this::solve, id).stream().findFirst();
    }

    @Override
    public List<Solve> newest(int limit, List<String> words) {
        String each = "instr(lower(json_extract(request, '$.question')), lower(?)) > 0";
        String where = words.isEmpty() ? "" : "WHERE " + String.join(" AND ", Collections.nCopies(words.size(), each));
        var arguments = new ArrayList<Object>(words);
        arguments.add(limit);
        return sqlite.query(SELECT + where + " ORDER BY rowid DESC LIMIT ?", this::solve, arguments.toArray());
    }

    @Override
    public List<Solve> unended() {
        return sqlite.query(SELECT + "WHERE state IN ('QUEUED', 'RUNNING') ORDER BY rowid", this::solve);
    }

    @Override
    public boolean start(String id, Instant now) {
        return sqlite.transact(() -> {
            sqlite.run("DELETE FROM step WHERE solve = ?", id);
            int changed = sqlite.run(
                    "UPDATE solve SET state = 'RUNNING' WHERE id = ? AND state IN ('QUEUED', 'RUNNING')", id);
            if (changed == 1) {
                event(id, "started", null, SolveState.RUNNING, now);
            }
            return changed == 1;
        });
    }

    @Override
    public void step(String id, Step step, Instant now) {
        sqlite.transact(() -> {
            sqlite.run(
                    "INSERT INTO step SELECT ?, COALESCE(MAX(number), 0) + 1, ? FROM step WHERE solve = ?",
                    id,
                    json.writeValueAsString(step),
                    id);
            event(id, "step", step, SolveState.RUNNING, now);
            return true;
        });
    }

    @Override
    public boolean end(
            String id, SolveState state, @Nullable SolveAnswer answer, @Nullable String problem, Instant now) {
        return sqlite.transact(() -> {
            int changed = sqlite.run(
                    "UPDATE solve SET state = ?, ended_at = ?, answer = ?, problem = ? WHERE id = ? AND state IN ('QUEUED', 'RUNNING')",
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
        return sqlite.query(
                "SELECT event FROM event WHERE solve = ? AND sequence > ? ORDER BY sequence",
                row -> json.readValue(row.getString(1), SolveEvent.class),
                id,
                after);
    }

    @Override
    public void retain(int newest) {
        sqlite.run("""
                DELETE FROM solve WHERE state NOT IN ('QUEUED', 'RUNNING') AND rowid NOT IN
                  (SELECT rowid FROM solve ORDER BY rowid DESC LIMIT ?)""", newest);
    }

    @Override
    public void close() {
        sqlite.close();
    }

    private void event(String id, String type, @Nullable Step step, SolveState state, Instant now) {
        long sequence = sqlite.query(
                        "SELECT COALESCE(MAX(sequence), 0) + 1 FROM event WHERE solve = ?", row -> row.getLong(1), id)
                .getFirst();
        String event = json.writeValueAsString(new SolveEvent(sequence, type, now, step, state));
        sqlite.run("INSERT INTO event VALUES(?, ?, ?)", id, sequence, event);
    }

    private Solve solve(ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<Step> steps = new ArrayList<>(sqlite.query(
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
