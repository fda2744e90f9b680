package dev.bolt.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every ledger must hold, whatever keeps it. */
abstract class LedgerKit {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final SolveRequest REQUEST = SolveRequest.of(new WorkspaceId("shop"), "where?");
    static final Step STEP =
            new Step("similar", "semantic_search", List.of(), "agent-0", 1, 2, 3, StepOutcome.OK, "fine");

    @TempDir
    Path folder;

    /** Opens the ledger of this test, again after it was closed. */
    abstract Ledger open();

    /** The class and arguments of a process that opens this ledger and {@link #accepts} for ever. */
    abstract List<String> writer();

    /** Accepts solves and prints each id once it is acknowledged. */
    static void accepts(Ledger ledger) {
        for (int i = 0; i < 1_000_000; i++) {
            ledger.accept("id-" + ProcessHandle.current().pid() + "-" + i, REQUEST, null, NOW);
            System.out.println("id-" + ProcessHandle.current().pid() + "-" + i + ".");
        }
    }

    @Test
    void refusesASecondWriter() {
        try (Ledger ledger = open()) {
            assertThat(ledger.newest(1, List.of())).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
        }
    }

    @Test
    void losesNothingAcknowledgedWhenItsProcessIsKilled() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int round = 0; round < 2; round++) {
            Process writer = startWriter();
            try {
                read(writer, 40 + 17 * round, acknowledged);
            } finally {
                writer.destroyForcibly().waitFor();
            }
        }
        assertThatAllAreThere(acknowledged);
    }

    final Process startWriter() throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(writer());
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("writer.log").toFile())
                .start();
    }

    /** Reads so many lines, each one an id that was acknowledged. */
    static void read(Process writer, int lines, List<String> into) throws IOException {
        var out = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < lines; i++) {
            into.add(Objects.requireNonNull(out.readLine(), "the writer has ended")
                    .replace(".", ""));
        }
    }

    final void assertThatAllAreThere(List<String> acknowledged) {
        try (Ledger ledger = open()) {
            assertThat(ledger.newest(1_000_000, List.of()))
                    .extracting(Solve::id)
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged);
        }
    }

    @Test
    void keepsASolveOverAReopen() {
        try (Ledger ledger = open()) {
            ledger.accept("a", REQUEST, null, NOW);
            assertThat(ledger.start("a", NOW)).isEqualTo(1);
            ledger.step("a", 1, STEP, NOW);
        }
        try (Ledger ledger = open()) {
            Solve solve = ledger.solve("a").orElseThrow();
            assertThat(solve.state()).isEqualTo(SolveState.RUNNING);
            assertThat(solve.steps()).containsExactly(STEP);
            assertThat(ledger.unended()).containsExactly(solve);
            assertThat(ledger.events("a", 0)).extracting(SolveEvent::sequence).containsExactly(1L, 2L, 3L);
            assertThat(ledger.events("a", 2)).extracting(SolveEvent::type).containsExactly("step");
        }
    }

    @Test
    void endsASolveOnce() {
        try (Ledger ledger = open()) {
            ledger.accept("a", REQUEST, null, NOW);
            assertThat(ledger.end("a", Ledger.ANY, SolveState.CANCELLED, null, "Called off.", NOW))
                    .isTrue();
            assertThat(ledger.end("a", Ledger.ANY, SolveState.COMPLETE, null, null, NOW))
                    .isFalse();
            assertThat(ledger.start("a", NOW)).isEqualTo(Ledger.ANY);
            assertThat(ledger.solve("a").orElseThrow().state()).isEqualTo(SolveState.CANCELLED);
        }
    }

    /** One that was thought dead comes back while another has taken the solve up. */
    @Test
    void recordsNothingOfAnAttemptThatWasOvertaken() {
        try (Ledger ledger = open()) {
            ledger.accept("a", REQUEST, null, NOW);
            long first = ledger.start("a", NOW);
            long second = ledger.start("a", NOW);
            assertThat(ledger.step("a", first, STEP, NOW)).isFalse();
            assertThat(ledger.end("a", first, SolveState.FAILED, null, "late", NOW))
                    .isFalse();
            assertThat(ledger.step("a", second, STEP, NOW)).isTrue();
            assertThat(ledger.end("a", second, SolveState.COMPLETE, null, null, NOW))
                    .isTrue();
            assertThat(ledger.step("a", second, STEP, NOW)).isFalse();
            assertThat(ledger.solve("a").orElseThrow().steps()).containsExactly(STEP);
            assertThat(ledger.solve("a").orElseThrow().state()).isEqualTo(SolveState.COMPLETE);
            assertThat(ledger.events("a", 0))
                    .extracting(SolveEvent::type)
                    .containsExactly("accepted", "started", "started", "step", "ended");
        }
    }

    @Test
    void givesTheSameSolveForTheSameKey() {
        try (Ledger ledger = open()) {
            ledger.accept("a", REQUEST, "key", NOW);
            assertThat(ledger.accept("b", REQUEST, "key", NOW).id()).isEqualTo("a");
            var other = SolveRequest.of(new WorkspaceId("shop"), "another");
            assertThatThrownBy(() -> ledger.accept("c", other, "key", NOW))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
            assertThat(ledger.newest(10, List.of())).hasSize(1);
        }
    }

    @Test
    void findsQuestionsByTheirWords() {
        try (Ledger ledger = open()) {
            var shop = new WorkspaceId("shop");
            ledger.accept("a", SolveRequest.of(shop, "Where are Totals rounded?"), null, NOW);
            ledger.accept("b", SolveRequest.of(shop, "who rounds 100 % up?"), null, NOW);
            ledger.accept("c", SolveRequest.of(shop, "where is the \"cart\""), null, NOW);
            assertThat(ids(ledger, "round")).containsExactly("b", "a");
            assertThat(ids(ledger, "WHERE", "total")).containsExactly("a");
            assertThat(ids(ledger, "%")).containsExactly("b");
            assertThat(ids(ledger, "\"cart\"")).containsExactly("c");
            assertThat(ids(ledger, "' OR 1=1 --")).isEmpty();
            assertThat(ids(ledger)).containsExactly("c", "b", "a");
            assertThat(ledger.newest(1, List.of("where"))).extracting(Solve::id).containsExactly("c");
        }
    }

    private static List<String> ids(Ledger ledger, String... words) {
        return ledger.newest(10, List.of(words)).stream().map(Solve::id).toList();
    }

    @Test
    void retainsTheNewest() {
        try (Ledger ledger = open()) {
            for (int i = 0; i < 5; i++) {
                ledger.accept("s" + i, REQUEST, null, NOW);
                if (i > 0) {
                    ledger.end("s" + i, Ledger.ANY, SolveState.FAILED, null, "x", NOW);
                }
            }
            ledger.retain(2);
            assertThat(ledger.newest(10, List.of())).extracting(Solve::id).containsExactly("s4", "s3", "s0");
        }
    }

    @Test
    void numbersEventsWithoutGapsWhateverHappens() {
        try (Ledger ledger = open()) {
            ledger.accept("a", REQUEST, null, NOW);
            ledger.step("a", ledger.start("a", NOW), STEP, NOW);
            ledger.step("a", ledger.start("a", NOW), STEP, NOW); // taken up again after a crash
            ledger.end("a", 2, SolveState.PARTIAL, null, "one step failed", NOW);
            assertThat(ledger.events("a", 0)).extracting(SolveEvent::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(ledger.solve("a").orElseThrow().steps()).containsExactly(STEP);
        }
    }

    @Test
    void keepsWorkspacesWithTheirFirstRegistration() {
        var shop = new WorkspaceId("shop");
        try (Ledger ledger = open()) {
            ledger.register(shop, "/old", NOW);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.register(shop, "/new", NOW.plusSeconds(9)))
                    .isEqualTo(new Ledger.Registered(shop, "/new", NOW));
            ledger.register(new WorkspaceId("attic"), "/attic", NOW);
            assertThat(ledger.workspaces())
                    .extracting(registered -> registered.id().value())
                    .containsExactly("attic", "shop");
            ledger.forget(shop);
            ledger.forget(shop);
            assertThat(ledger.workspace(shop)).isEmpty();
        }
    }

    @Test
    void acceptsOnceWhenManyAskAtOnceWithTheSameKey() throws Exception {
        try (Ledger ledger = open();
                var threads = Executors.newFixedThreadPool(8)) {
            var asks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 40; i++) {
                String id = "s" + i;
                asks.add(() -> ledger.accept(id, REQUEST, "one key", NOW).id());
            }
            var ids = new HashSet<String>();
            for (Future<String> one : threads.invokeAll(asks)) {
                ids.add(one.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(ledger.newest(100, List.of())).hasSize(1);
        }
    }

    @Test
    void endsOnceWhenManyEndItAtOnce() throws Exception {
        try (Ledger ledger = open();
                var threads = Executors.newFixedThreadPool(8)) {
            ledger.accept("a", REQUEST, null, NOW);
            ledger.start("a", NOW);
            var ends = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++) {
                SolveState state = i % 2 == 0 ? SolveState.COMPLETE : SolveState.CANCELLED;
                ends.add(() -> ledger.end("a", 1, state, null, null, NOW));
            }
            int won = 0;
            for (Future<Boolean> one : threads.invokeAll(ends)) {
                won += one.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            assertThat(ledger.events("a", 0))
                    .filteredOn(e -> e.type().equals("ended"))
                    .hasSize(1);
        }
    }
}
