package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The gateway over real HTTP before services that a test makes alive, dead or hung. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class GatewayCalls {
    static final Duration TIMEOUT = Duration.ofMillis(1500);

    @TempDir
    static Path home;

    static Upstream search;
    static Upstream orchestrator;
    static Upstream analysis;

    /** Where einstein is; empty if nobody is there. Set before the gateway starts. */
    static Optional<String> einstein = Optional.empty();

    /** How long the gateway waits. Set before it starts. */
    static Duration timeout = TIMEOUT;

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
        registry.add("bolt.gateway.route.timeout", () -> timeout);
        registry.add("spring.http.serviceclient.search.base-url", search::address);
        registry.add("spring.http.serviceclient.orchestrator.base-url", orchestrator::address);
        registry.add("spring.http.serviceclient.analysis.base-url", analysis::address);
        registry.add("spring.http.serviceclient.einstein.base-url", () -> einstein.orElse(nobody));
    }

    @AfterAll
    static void close() {
        search.close();
        orchestrator.close();
        analysis.close();
        einstein = Optional.empty();
        timeout = TIMEOUT;
    }

    @LocalServerPort
    int port;

    String token;
    final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void readTheToken() throws IOException {
        token = Files.readString(home.resolve("token")).strip();
        search.seen.clear();
        orchestrator.seen.clear();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder post(String path) {
        return to(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"));
    }

    HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static Map<?, ?> problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return new JsonMapper().readValue(response.body(), Map.class);
    }
}
