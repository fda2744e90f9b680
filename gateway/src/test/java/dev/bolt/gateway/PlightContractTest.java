package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway says of services that are dead, hung or not themselves. */
class PlightContractTest extends GatewayCalls {
    @Test
    void saysWhichServiceIsDead() throws Exception {
        var response = ask(post("/v1/similarities"));
        assertThat(response.statusCode()).isEqualTo(503);
        var problem = problem(response);
        assertThat(problem.get("code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(problem.get("detail").toString()).contains("einstein");
        assertThat(problem.get("instance")).isEqualTo("/v1/similarities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/octet-stream", "application/json"})
    void takesNoAnswerFromAnotherProgramInTheServicesPlace(String type) throws Exception {
        for (int status : new int[] {200, 404, 500}) {
            search.isStranger(status, type, "<h1>Welcome to my router</h1>");
            var response = ask(post("/v1/searches"));
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(problem(response).get("detail").toString())
                    .contains("search", "another program")
                    .doesNotContain("router");
        }
        search.isWell();
        search.answers(200, "application/json", "[]");
        assertThat(ask(post("/v1/searches")).body()).isEqualTo("[]");
    }

    @Test
    void saysWhichServiceHangs() throws Exception {
        analysis.hangs();
        var response = ask(post("/v1/analyses").header(Deadline.HEADER, "300"));
        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(problem(response).get("detail").toString()).contains("analysis");
    }

    @Test
    void waitsNoLongerThanItsOwnTimeout() throws Exception {
        analysis.hangs();
        assertThat(ask(post("/v1/cycles")).statusCode()).isEqualTo(504);
        orchestrator.hangs();
        assertThat(ask(to("/v1/solves/7/events")).statusCode()).isEqualTo(504);
    }

    @Test
    void saysThatAServiceHangsOrDiesInTheMiddleOfAShortAnswer() throws Exception {
        analysis.begins(1);
        var hung = ask(post("/v1/cycles").header(Deadline.HEADER, "300"));
        assertThat(hung.statusCode()).isEqualTo(504);
        assertThat(problem(hung).get("detail").toString()).contains("analysis");

        analysis.breaksOff(1);
        assertThat(ask(post("/v1/cycles")).statusCode()).isEqualTo(503);
    }

    @Test
    void cutsALongAnswerThatDoesNotEndInsteadOfClosingIt() {
        analysis.begins(100_000);
        assertThatThrownBy(() -> ask(post("/v1/cycles").header(Deadline.HEADER, "300")))
                .isInstanceOf(IOException.class);
    }
}
