package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a queue refuses, the gateway refuses to others for a while. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class QueueContractTest extends GatewayCalls {
    @DynamicPropertySource
    static void holdsLong(DynamicPropertyRegistry registry) {
        registry.add("bolt.gateway.admit.hold-refusal", () -> "10s");
        timeout = Duration.ofMinutes(1);
    }

    @BeforeEach
    void theQueueIsFull() {
        orchestrator.refuses(Duration.ofSeconds(42));
    }

    @Test
    void asksTheQueueOnceAndRefusesByItself() throws Exception {
        assertThat(ask(solve("{\"question\":\"a\"}")).statusCode()).isEqualTo(429);
        HttpResponse<String> second = ask(solve("{\"question\":\"b\",\"priority\":\"NORMAL\"}"));
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(problem(second).get("code")).isEqualTo("OVERLOADED");
        long retryAfter = Long.parseLong(
                second.headers().firstValue(HttpHeaders.RETRY_AFTER).orElseThrow());
        assertThat(retryAfter).isBetween(10L, 42L);
        assertThat(orchestrator.seen).hasSize(1);
    }

    @Test
    void letsThroughWhatMayHaveItsPlaceOrMustBeToldMore() throws Exception {
        ask(solve("{\"question\":\"a\"}"));
        ask(solve("{\"question\":\"a\",\"priority\":\"CRITICAL\"}"));
        ask(solve("{\"question\":\"a\"}").header("Idempotency-Key", "k"));
        ask(solve("{\"question\":"));
        ask(solve("{\"question\":\"a\",\"priority\":\"SOON\"}"));
        ask(to("/v1/solves"));
        assertThat(orchestrator.seen).hasSize(6);
    }

    @Test
    void hasRoomAgainWhenTheQueueTookOne() throws Exception {
        orchestrator.accepts("/v1/solves/1");
        String body = "{\"question\":\"where is it?\"}";
        assertThat(ask(solve(body)).statusCode()).isEqualTo(202);
        assertThat(ask(solve(body)).statusCode()).isEqualTo(202);
        assertThat(orchestrator.seen)
                .hasSize(2)
                .allSatisfy(seen -> assertThat(seen.body()).isEqualTo(body));
    }

    private HttpRequest.Builder solve(String body) {
        return to("/v1/solves")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
