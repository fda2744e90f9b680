package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the gateway lets in, and what it says to the others. */
class DoorContractTest extends GatewayCalls {
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
