package dev.bolt.gateway.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private static final String TOKEN = "ab".repeat(32);

    private final Door door = new Door(new Hosts(List.of()), new Token(TOKEN));

    private Problem refusal(String path, String host, @Nullable String origin, @Nullable String authorization) {
        return catchThrowableOfType(ProblemException.class, () -> door.admit(path, host, origin, authorization))
                .problem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator/health", "/actuator/health/readiness"})
    void letsPeopleSeeThePageAndHealthWithoutTheToken(String path) {
        assertThatCode(() -> door.admit(path, "localhost", null, null)).doesNotThrowAnyException();
        assertThat(refusal(path, "evil.example", null, null)).isEqualTo(Problem.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/searches", "/v1/workspaces/shop/events", "/v3/api-docs"})
    void asksForTheTokenElsewhere(String path) {
        assertThat(refusal(path, "localhost", null, null)).isEqualTo(Problem.UNAUTHORIZED);
        assertThat(refusal(path, "localhost", null, "Bearer " + "cd".repeat(32)))
                .isEqualTo(Problem.UNAUTHORIZED);
        assertThat(refusal(path, "localhost", null, "Basic " + TOKEN)).isEqualTo(Problem.UNAUTHORIZED);
        assertThat(refusal(path, "localhost", null, TOKEN)).isEqualTo(Problem.UNAUTHORIZED);
        assertThatCode(() -> door.admit(path, "localhost", null, "bearer " + TOKEN))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/status", "/actuator", "/actuator/env", "/error", "/v1", "/v2/x", "/index.html"})
    void knowsNoOtherPathWhateverTheToken(String path) {
        assertThat(refusal(path, "localhost", null, "Bearer " + TOKEN)).isEqualTo(Problem.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/../internal/status",
                "/v1/./searches",
                "/v1/%2e%2e/internal",
                "/v1/workspaces/..;/internal",
                "/v1//searches",
                "/v1/a%2Fb",
                "/v1/a\\b",
                "//v1/searches",
                "/v1/searches;x=1",
            })
    void refusesPathsThatCouldBeReadInTwoWays(String path) {
        assertThat(refusal(path, "localhost", null, "Bearer " + TOKEN)).isEqualTo(Problem.BAD_REQUEST);
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example", "null", "http://localhost.evil.example:8080"})
    void refusesPagesOfOtherSitesEvenWithTheToken(String origin) {
        assertThat(refusal("/v1/searches", "localhost", origin, "Bearer " + TOKEN))
                .isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void keepsTheTokenOutOfLogs() {
        assertThat(new Token(TOKEN).toString()).doesNotContain(TOKEN);
    }
}
