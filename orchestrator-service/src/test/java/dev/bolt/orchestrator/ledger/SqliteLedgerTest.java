package dev.bolt.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.solve.Solve;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteLedgerTest extends LedgerKit {
    @Override
    Ledger open() {
        return new SqliteLedger(folder.resolve("l"));
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
                assertThat(ledger.newest(100_000, List.of()))
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
