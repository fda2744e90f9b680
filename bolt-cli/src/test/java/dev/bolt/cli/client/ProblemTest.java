package dev.bolt.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.cli.console.Failure;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void tellsTheDetailTheFieldAndWhatToDo() {
        var failure = Problem.of(400, """
                        {"status":400,"title":"Bad pattern","detail":"unclosed group","code":"BAD_PATTERN","field":"patterns[0]"}
                        """).failure();
        assertThat(failure)
                .hasMessage("unclosed group. (field: patterns[0]) Use -F to search for the text as it stands.");
        assertThat(failure.exitCode()).isEqualTo(Failure.INPUT);
    }

    @Test
    void aDeadServiceIsNotTheCallersFault() {
        var failure = Problem.of(503, "{\"detail\":\"search does not answer\",\"code\":\"SERVICE_UNAVAILABLE\"}")
                .failure();
        assertThat(failure.exitCode()).isEqualTo(Failure.SERVICE);
        assertThat(failure).hasMessageContaining("bolt up");
    }

    @Test
    void anythingElseIsToldByItsStatus() {
        assertThat(Problem.of(502, "<html>").failure()).hasMessageContaining("502");
        assertThat(Problem.of(500, "").failure()).hasMessageContaining("500");
        assertThat(Problem.of(500, "null").failure()).hasMessageContaining("500");
    }
}
