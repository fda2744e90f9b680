package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** The gateway over real HTTP before services that are alive, dead and hung. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatewayContractTest {
    private static final String FOUND = """
            {"files":[],"matchedLines":7,"matchedFiles":1,"complete":true,"engine":"scan",\
            "freshness":{"asOf":"2026-01-01T00:00:00Z","filesBehind":0},"elapsedMillis":3}""";

    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    @TempDir
    static Path home;

    private static Upstream search;
    private static Upstream orchestrator;
    private static Upstream analysis;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) throws IOException {
        search = new Upstream();
        orchestrator = new Upstream();
        analysis = new Upstream();
        int dead;
        try (var socket = new ServerSocket(0)) {
            dead = socket.getLocalPort();
        }
        String nobody = "http://127.0.0.1:" + dead;
        registry.add("bolt.home", home::toString);
        registry.add("bolt.gateway.route.timeout", () -> TIMEOUT);
        registry.add("spring.http.serviceclient.search.base-url", search::address);
        registry.add("spring.http.serviceclient.orchestrator.base-url", orchestrator::address);
        registry.add("spring.http.serviceclient.analysis.base-url", analysis::address);
        registry.add("spring.http.serviceclient.einstein.base-url", () -> nobody);
    }

    @AfterAll
    static void close() {
        search.close();
        orchestrator.close();
        analysis.close();
    }

    @LocalServerPort
    private int port;

    private String token;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void readTheToken() throws IOException {
        token = Files.readString(home.resolve("token")).strip();
        search.seen.clear();
        orchestrator.seen.clear();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder post(String path) {
        return to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<?, ?> problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return new JsonMapper().readValue(response.body(), Map.class);
    }

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

    @Test
    void asksForTheTokenAndSaysHowToGetIt() throws Exception {
        var response = ask(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/status")));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(problem(response).get("code")).isEqualTo("UNAUTHORIZED");
        assertThat(response.body()).contains("Authorization: Bearer").doesNotContain(token);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"bolt\"");
        assertThat(orchestrator.seen).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesStrangersInHostAndOrigin() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .contains(" 403 ")
                .contains("FORBIDDEN");
        assertThat(raw("GET / HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(ask(to("/v1/status").header("Origin", "http://evil.example")).statusCode())
                .isEqualTo(403);
        assertThat(orchestrator.seen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/internal/status", "/internal/indexes/shop", "/actuator/env", "/nowhere", "/v1/nowhere", "/v3/nowhere"
    })
    void knowsNothingElse(String path) throws Exception {
        var response = ask(to(path));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(problem(response).get("code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void refusesPathsThatLeadAstray() throws Exception {
        String head =
                " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n";
        assertThat(raw("GET /v1/workspaces/..;/..;/internal/status" + head)).contains(" 400 ");
        assertThat(raw("GET /v1/workspaces/%2e%2e/%2e%2e/internal/status" + head))
                .contains(" 400 ");
        assertThat(raw("GET /v1/workspaces/a%2f..%2finternal" + head)).contains(" 400 ");
        assertThat(orchestrator.seen).isEmpty();
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void refusesALargeBody() throws Exception {
        var large = ask(to("/v1/searches").POST(HttpRequest.BodyPublishers.ofString("x".repeat(1_100_000))));
        assertThat(large.statusCode()).isEqualTo(413);
        var chunked = ask(to("/v1/searches")
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofString("x".repeat(1_100_000)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(search.seen).isEmpty();
    }

    @Test
    void showsThePageAndItsHealthWithoutTheToken() throws Exception {
        var page = ask(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body()).contains("Bolt").doesNotContain(token);

        var health = ask(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness")));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP");
    }
}
