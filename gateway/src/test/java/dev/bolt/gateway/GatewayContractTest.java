package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.SearchApi;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.secret.InternalSecret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What the gateway passes on, to whom and how. */
class GatewayContractTest extends GatewayCalls {
    private static final String FOUND = """
            {"files":[],"matchedLines":7,"matchedFiles":1,"complete":true,"engine":"scan",\
            "freshness":{"asOf":"2026-01-01T00:00:00Z","filesBehind":0},"elapsedMillis":3}""";

    @Test
    void speaksTheContractOfTheServiceBehind() {
        search.answers(200, "application/json", FOUND);
        var rest = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
        SearchApi api = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .build()
                .createClient(SearchApi.class);

        var result = api.search(TextQuery.regex(new WorkspaceId("shop"), "total", 10));

        assertThat(result.matchedLines()).isEqualTo(7);
        Upstream.Seen seen = search.seen.remove();
        assertThat(seen.path()).isEqualTo("/v1/searches");
        assertThat(seen.body()).contains("total");
    }

    @Test
    void showsTheServiceTheSecretAndADeadlineAndNothingOfTheCallersOwn() throws Exception {
        search.answers(200, "application/json", "{}");

        ask(post("/v1/searches?x=a%20b")
                .header(InternalSecret.HEADER, "forged")
                .header(Deadline.HEADER, "999999999")
                .header("Cookie", "c=1")
                .header("Origin", "http://localhost:3000")
                .header("Idempotency-Key", "k"));

        Upstream.Seen seen = search.seen.remove();
        assertThat(seen.path()).isEqualTo("/v1/searches?x=a%20b");
        assertThat(seen.header(InternalSecret.HEADER))
                .isEqualTo(InternalSecret.of(new BoltHome(home)).value());
        assertThat(Long.parseLong(seen.header(Deadline.HEADER))).isBetween(1L, 1500L);
        assertThat(seen.header("Authorization")).isEmpty();
        assertThat(seen.header("Cookie")).isEmpty();
        assertThat(seen.header("Origin")).isEmpty();
        assertThat(seen.header("Idempotency-Key")).isEqualTo("k");
    }

    @Test
    void keepsTheCallersDeadlineIfItIsShorter() throws Exception {
        search.answers(200, "application/json", "{}");
        ask(post("/v1/searches").header(Deadline.HEADER, "800"));
        assertThat(Long.parseLong(search.seen.remove().header(Deadline.HEADER))).isBetween(1L, 800L);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/workspaces",
        "PUT,/v1/workspaces/shop",
        "DELETE,/v1/workspaces/shop",
        "POST,/v1/solves",
        "GET,/v1/solves/7",
        "DELETE,/v1/solves/7",
        "GET,/v1/status",
        "GET,/v1/vitals",
        "GET,/v1/budget",
        "GET,/v1/alerts",
    })
    void leadsToTheOrchestrator(String method, String path) throws Exception {
        orchestrator.answers(200, "application/json", "{}");
        ask(to(path).method(method, HttpRequest.BodyPublishers.noBody()));
        Upstream.Seen seen = orchestrator.seen.remove();
        assertThat(seen.method() + " " + seen.path()).isEqualTo(method + " " + path);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/workspaces/shop/symbols?name=a",
        "/v1/workspaces/shop/definitions?name=a",
        "/v1/workspaces/shop/references?name=a",
        "/v1/analyses",
        "/v1/dependencies",
        "/v1/cycles",
        "/v1/impact",
    })
    void leadsToAnalysis(String path) throws Exception {
        analysis.seen.clear();
        analysis.answers(200, "application/json", "{}");
        ask(to(path));
        assertThat(analysis.seen.remove().path()).isEqualTo(path);
    }

    @Test
    void passesAProblemOnAsItIs() throws Exception {
        String told = "{\"code\":\"BAD_PATTERN\",\"status\":400,\"field\":\"patterns[0]\"}";
        search.answers(400, "application/problem+json", told);
        var response = ask(post("/v1/searches"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(told);
    }

    @Test
    void passesLocationAndRetryOn() throws Exception {
        orchestrator.accepts("/v1/solves/7");
        var accepted = ask(post("/v1/solves"));
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location")).contains("/v1/solves/7");

        orchestrator.refuses(Duration.ofSeconds(3));
        var refused = ask(post("/v1/solves"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("3");
    }

    @Test
    void passesEventsOnOneByOneAndLongerThanTheTimeout() throws Exception {
        orchestrator.events.drainPermits();
        orchestrator.streams(3);
        orchestrator.events.release();
        var response = client.send(
                to("/v1/solves/7/events").header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(event(lines)).as("comes while the second waits").isEqualTo("id: 1");
            await().pollDelay(TIMEOUT.plusMillis(300)).until(() -> true);
            orchestrator.events.release();
            assertThat(event(lines)).as("comes after the timeout").isEqualTo("id: 2");
            orchestrator.events.release();
            assertThat(event(lines)).isEqualTo("id: 3");
            assertThat(lines.readLine()).isNull();
        }
        assertThat(orchestrator.seen.remove().header(Deadline.HEADER)).isEmpty();
    }

    private static String event(BufferedReader lines) throws IOException {
        String id = lines.readLine();
        lines.readLine();
        lines.readLine();
        return id;
    }
}
