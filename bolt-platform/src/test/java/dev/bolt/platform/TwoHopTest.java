package dev.bolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform promises, seen on the wire between {@link TwoHops two services}. */
class TwoHopTest extends TwoHops {
    @ParameterizedTest
    @ValueSource(strings = {"limit=%ff", "limit=%ED%A0%80", "limit=%"})
    void aQueryThatIsNoTextIsTheCallersFault(String query) throws Exception {
        Raw answer = raw("GET /v1/things/shop?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(document(answer)).containsEntry("code", "BAD_REQUEST");
    }

    @Test
    void whatTomcatRefusesByItselfIsAProblemDocumentToo() throws Exception {
        for (String line : List.of("GET /v1/things/%00", "GET /v1/things/a%2fb", "GET /" + "a".repeat(100_000))) {
            Raw answer = raw(line);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(document(answer)).containsEntry("code", "BAD_REQUEST").containsEntry("status", 400);
        }
    }

    @Test
    void namesTheWordsThatMayStand() throws Exception {
        Raw answer = raw("GET /v1/things/fail/UNKNOWN");
        assertThat(answer.status()).isEqualTo(400);
        assertThat((String) document(answer).get("detail"))
                .startsWith("problem is none of BAD_REQUEST, ")
                .doesNotContain("dev.bolt");
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_PATTERN,400", "WORKSPACE_NOT_FOUND,404", "CONFLICT,409", "WORKSPACE_UNREADABLE,422",
        "OVERLOADED,429", "SERVICE_UNAVAILABLE,503", "DEADLINE_EXCEEDED,504", "DISK_FULL,507",
    })
    void keepsCodeStatusFieldAndRetryOverTwoHops(String code, int status) throws Exception {
        Answer answer = ask(to("/v1/things/fail/" + code));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .containsEntry("code", code)
                .containsEntry("status", status)
                .containsEntry("field", "thing")
                .containsEntry("detail", "told by back")
                .containsEntry("instance", "/v1/things/fail/" + code)
                .containsKeys("type", "title");
        assertThat(answer.raw().headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void namesTheFieldOfARefusedBody() throws Exception {
        assertThat(ask(post("/v1/things", "{\"name\":\"\"}")).body())
                .containsEntry("code", "BAD_REQUEST")
                .containsEntry("field", "name");
        assertThat(ask(post("/v1/things", "{\"name\":\"blank\"}")).body())
                .as("refused by the second service")
                .containsEntry("code", "BAD_REQUEST")
                .containsEntry("field", "name")
                .containsEntry("instance", "/v1/things");
    }

    @Test
    void readsALeftOutNumberAsZero() throws Exception {
        assertThat(ask(post("/v1/things", "{\"name\":\"a\"}")).body()).containsEntry("size", 0);
    }

    @Test
    void saysWhereABodyIsNoJsonOrHasTheWrongForm() throws Exception {
        Answer noJson = ask(post("/v1/things", "{\"name\":"));
        assertThat(noJson.status()).isEqualTo(400);
        assertThat(noJson.body()).containsEntry("code", "BAD_REQUEST");
        assertThat(noJson.body().get("detail").toString()).contains("not JSON").contains("line 1");

        assertThat(ask(post("/v1/things", "{\"name\":\"a\",\"size\":\"big\"}")).body())
                .containsEntry("code", "BAD_REQUEST")
                .containsEntry("field", "size");
    }

    @Test
    void refusesWhatIsNoWorkspaceIdOrOutOfRange() throws Exception {
        Answer id = ask(to("/v1/things/NOT_AN_ID"));
        assertThat(id.status()).isEqualTo(400);
        assertThat(id.body()).containsEntry("code", "BAD_REQUEST").containsEntry("field", "id");
        assertThat(id.body().get("detail").toString()).contains("Not a workspace id");

        Answer limit = ask(to("/v1/things/shop?limit=11"));
        assertThat(limit.status()).isEqualTo(400);
        assertThat(limit.body()).containsEntry("field", "limit");
        assertThat(ask(to("/v1/things/shop?limit=x")).body()).containsEntry("field", "limit");
    }

    @Test
    void answersUnknownRoutesMethodsAndFormsWithProblems() throws Exception {
        assertThat(ask(to("/nowhere")).body())
                .containsEntry("code", "NOT_FOUND")
                .containsEntry("status", 404);
        assertThat(ask(to("/v1/things/shop").DELETE()).body()).containsEntry("code", "METHOD_NOT_ALLOWED");
        assertThat(ask(to("/v1/things")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("x")))
                        .body())
                .containsEntry("code", "UNSUPPORTED_MEDIA_TYPE");
        assertThat(ask(to("/actuator/env")).status()).isEqualTo(404);
    }

    @Test
    void refusesABodyThatIsTooLargeHoweverItIsSent() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
        assertThat(ask(post("/v1/things", large)).status()).isEqualTo(413);

        Answer chunked = ask(to("/v1/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(large))));
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.body()).containsEntry("code", "PAYLOAD_TOO_LARGE");
    }

    @Test
    void carriesTheDeadlineAndTakesOffWhatPassed() throws Exception {
        var body =
                ask(to("/v1/things/remaining").header(Deadline.HEADER, "60000")).body();
        assertThat(Long.parseLong(body.get("millis").toString())).isPositive().isLessThanOrEqualTo(59_980);
    }

    @Test
    void refusesADeadlineThatPassedOrIsNone() throws Exception {
        assertThat(ask(to("/v1/things/remaining").header(Deadline.HEADER, "0")).body())
                .containsEntry("code", "DEADLINE_EXCEEDED");
        assertThat(ask(to("/v1/things/remaining").header(Deadline.HEADER, "soon"))
                        .body())
                .containsEntry("code", "BAD_REQUEST")
                .containsEntry("field", Deadline.HEADER);
    }

    @Test
    void doesNotWaitForAHungServiceLongerThanTheDeadline() throws Exception {
        Answer answer = ask(to("/v1/things/hang").header(Deadline.HEADER, "300"));
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body()).containsEntry("code", "DEADLINE_EXCEEDED");
    }

    @Test
    void opensOnlyHealthToCallersWithoutTheSecret() throws Exception {
        var none = client.send(to("/v1/things/shop").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(none.body()).contains("FORBIDDEN").doesNotContain(secret);
        var bent =
                client.send(to("/actuator/health/../../v1/things/shop").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(bent.statusCode()).isNotEqualTo(200);
        var health = client.send(to("/actuator/health/readiness").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void tellsItsStatusOverTheWire() {
        ServiceStatus status = front.getBeansOfType(ServiceStatusApi.class).values().stream()
                .map(ServiceStatusApi::status)
                .filter(candidate -> candidate.name().equals("Back"))
                .findFirst()
                .orElseThrow();
        assertThat(status.state()).isEqualTo("up");
    }

    @Test
    void namesADeadService() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (var alone = start(Front.class, "--spring.http.serviceclient.back.base-url=http://127.0.0.1:" + free)) {
            var failure = catchThrowableOfType(
                    ProblemException.class,
                    () -> alone.getBean(FrontController.class).remaining());
            assertThat(failure.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE);
            assertThat(failure.detail()).contains("back");
        }
    }

    @Test
    void takesNoAnswerFromAnotherProgramOnAServicesPort() throws IOException {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            byte[] body = "{\"millis\":\"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stranger.start();
        String address = "http://127.0.0.1:" + stranger.getAddress().getPort();
        try (var alone = start(Front.class, "--spring.http.serviceclient.back.base-url=" + address)) {
            var failure = catchThrowableOfType(
                    ProblemException.class,
                    () -> alone.getBean(FrontController.class).remaining());
            assertThat(failure.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE);
            assertThat(failure.detail()).contains("back", "another program");
        } finally {
            stranger.stop(0);
        }
    }
}
