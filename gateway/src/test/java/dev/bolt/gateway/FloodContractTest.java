package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** More callers than there is room for. */
class FloodContractTest extends GatewayCalls {
    private static final int ROOM = 8;

    @DynamicPropertySource
    static void hasLittleRoom(DynamicPropertyRegistry registry) {
        registry.add("bolt.gateway.admit.at-once", () -> ROOM);
        timeout = Duration.ofMinutes(1);
    }

    @Test
    void refusesWhatHasNoRoomUntilThereIsSome() throws Exception {
        orchestrator.streams(1);
        List<CompletableFuture<HttpResponse<String>>> underWay = new ArrayList<>();
        for (int i = 0; i < ROOM; i++) {
            underWay.add(client.sendAsync(to("/v1/solves/7/events").build(), HttpResponse.BodyHandlers.ofString()));
        }
        await().until(() -> orchestrator.seen.size() == ROOM);
        for (int i = 0; i < 3 * ROOM; i++) {
            HttpResponse<String> refused = ask(post("/v1/solves"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue(HttpHeaders.RETRY_AFTER)).contains("1");
            assertThat(refused.headers().firstValue(HttpHeaders.CONNECTION)).contains("close");
            assertThat(problem(refused).get("code")).isEqualTo("OVERLOADED");
        }
        assertThat(orchestrator.seen).hasSize(ROOM);
        assertThat(ask(to("/actuator/health/readiness")).statusCode()).isEqualTo(200);
        orchestrator.events.release(ROOM);
        underWay.forEach(one -> assertThat(one.join().body()).contains("data: event"));
        orchestrator.answers(200, "application/json", "{}");
        await().untilAsserted(
                        () -> assertThat(ask(post("/v1/solves")).statusCode()).isEqualTo(200));
    }
}
