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
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final SolveRequest REQUEST = SolveRequest.of(new WorkspaceId("shop"), "where?");
    private static final Step STEP =
            new Step("similar", "semantic_search", List.of(), "agent-0", 1, 2, 3, StepOutcome.OK, "fine");

    @TempDir
    Path folder;

    @Test
    void keepsASolveOverAReopen() {
        try (Ledger ledger = new SqliteLedger(folder.resolve("l"))) {
            ledger.accept("a", REQUEST, null, NOW);
            assertThat(ledger.start("a", NOW)).isTrue();
            ledger.step("a", STEP, NOW);
        }
        try (Ledger ledger = new SqliteLedger(folder.resolve("l"))) {
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
        try (Ledger ledger = new SqliteLedger(folder.resolve("l"))) {
            ledger.accept("a", REQUEST, null, NOW);
            assertThat(ledger.end("a", SolveState.CANCELLED, null, "Called off.", NOW))
                    .isTrue();
            assertThat(ledger.end("a", SolveState.COMPLETE, null, null, NOW)).isFalse();
            assertThat(ledger.start("a", NOW)).isFalse();
            assertThat(ledger.solve("a").orElseThrow().state()).isEqualTo(SolveState.CANCELLED);
        }
    }

    @Test
    void givesTheSameSolveForTheSameKey() {
        try (Ledger ledger = new SqliteLedger(folder.resolve("l"))) {
            ledger.accept("a", REQUEST, "key", NOW);
            assertThat(ledger.accept("b", REQUEST, "key", NOW).id()).isEqualTo("a");
            var other = SolveRequest.of(new WorkspaceId("shop"), "another");
            assertThatThrownBy(() -> ledger.accept("c", other, "key", NOW))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
            assertThat(ledger.newest(10)).hasSize(1);
        }
    }

    @Test
    void retainsTheNewest() {
        try (Ledger ledger = new SqliteLedger(folder.resolve("l"))) {
            for (int i = 0; i < 5; i++) {
                ledger.accept("s" + i, REQUEST, null, NOW);
                if (i > 0) {
                    ledger.end("s" + i, SolveState.FAILED, null, "x", NOW);
                }
            }
            ledger.retain(2);
            assertThat(ledger.newest(10)).extracting(Solve::id).containsExactly("s4", "s3", "s0");
        }
    }

    @Test
    void losesNothingAcknowledgedWhenItsProcessIsKilled() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path file = folder.resolve("killed-" + round);
            Process writer = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var acknowledged = new ArrayList<String>();
            try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < 40 + 17 * round; i++) {
                    acknowledged.add(out.readLine());
                }
                writer.destroyForcibly().waitFor();
            }
            try (Ledger ledger = new SqliteLedger(file)) {
                assertThat(ledger.newest(100_000))
                        .extracting(Solve::id)
                        .containsAll(acknowledged.stream()
                                .map(line -> line.replace(".", ""))
                                .toList());
            }
        }
    }

    /** Accepts solves for ever and prints each id once it is acknowledged. */
    static final class Writer {
        public static void main(String[] arguments) {
            try (Ledger ledger = new SqliteLedger(Path.of(arguments[0]))) {
                for (int i = 0; i < 1_000_000; i++) {
                    ledger.accept("id" + i, REQUEST, null, NOW);
                    System.out.println("id" + i + ".");
                }
            }
        }
    }
}
