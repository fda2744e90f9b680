package dev.bolt.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Two real services in a row, {@code front} and {@code back}: what the platform promises, seen on the wire. */
class TwoHopTest {
    record Order(@NotBlank String name, int size) {}

    @HttpExchange("/v1/things")
    interface ThingApi {
        @PostExchange
        Order order(@RequestBody @Valid Order order);

        @GetExchange("/{id}")
        Map<String, String> get(@PathVariable WorkspaceId id, @RequestParam(defaultValue = "1") @Max(10) int limit);

        @GetExchange("/fail/{problem}")
        Map<String, String> fail(@PathVariable Problem problem);

        @GetExchange("/remaining")
        Map<String, String> remaining();

        @GetExchange("/hang")
        Map<String, String> hang();
    }

    @RestController
    static class BackController implements ThingApi {
        @Override
        public Order order(Order order) {
            return order;
        }

        @Override
        public Map<String, String> get(WorkspaceId id, int limit) {
            return Map.of("id", id.value());
        }

        @Override
        public Map<String, String> fail(Problem problem) {
            throw new ProblemException(problem, "told by back")
                    .withField("thing")
                    .withRetryAfter(Duration.ofMillis(1500));
        }

        @Override
        public Map<String, String> remaining() {
            return Map.of("millis", Long.toString(Deadline.current().remaining().toMillis()));
        }

        @Override
        public Map<String, String> hang() {
            try {
                return Map.of("released", Boolean.toString(RELEASE.await(30, TimeUnit.SECONDS)));
            } catch (InterruptedException stopped) {
                return Map.of();
            }
        }
    }

    @RestController
    static class FrontController implements ThingApi {
        private final ThingApi back;

        FrontController(ThingApi back) {
            this.back = back;
        }

        @Override
        public Order order(Order order) {
            return back.order(new Order(order.name().replace("blank", ""), order.size()));
        }

        @Override
        public Map<String, String> get(WorkspaceId id, int limit) {
            return back.get(id, limit);
        }

        @Override
        public Map<String, String> fail(Problem problem) {
            return back.fail(problem);
        }

        @Override
        public Map<String, String> remaining() {
            return back.remaining();
        }

        @Override
        public Map<String, String> hang() {
            return back.hang();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(BackController.class)
    static class Back {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(FrontController.class)
    @ImportHttpServices(
            group = "back",
            types = {ThingApi.class, ServiceStatusApi.class})
    static class Front {}

    private static final CountDownLatch RELEASE = new CountDownLatch(1);

    @TempDir
    static Path home;

    private static ConfigurableApplicationContext back;
    private static ConfigurableApplicationContext front;
    private static String secret;
    private final HttpClient client = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext start(Class<?> type, String... arguments) {
        var application = new SpringApplication(type);
        application.setDefaultProperties(Map.of(
                "server.port", "0", "bolt.home", home.toString(), "spring.application.name", type.getSimpleName()));
        return application.run(arguments);
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @BeforeAll
    static void startBoth() {
        back = start(Back.class);
        front = start(Front.class, "--spring.http.serviceclient.back.base-url=http://127.0.0.1:" + port(back));
        secret = InternalSecret.of(new BoltHome(home)).value();
    }

    @AfterAll
    static void stopBoth() {
        RELEASE.countDown();
        front.close();
        back.close();
    }

    private record Answer(int status, String type, Map<String, Object> body, HttpResponse<String> raw) {}

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

    /** What no client of the library would send. */
    private record Raw(int status, String type, String body) {}

    private static Raw raw(String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port(back))) {
            String request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + InternalSecret.HEADER
                    + ": " + secret + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String type = all.lines()
                    .filter(each -> each.startsWith("Content-Type: "))
                    .findFirst()
                    .orElse("");
            return new Raw(
                    Integer.parseInt(all.split(" ", 3)[1]),
                    type.substring(type.indexOf(' ') + 1),
                    all.substring(all.indexOf("\r\n\r\n") + 4));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document(Raw answer) {
        String body = answer.body();
        return new JsonMapper().readValue(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1), Map.class);
    }

    private Answer ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(
                request.header(InternalSecret.HEADER, secret).build(), HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        @SuppressWarnings("unchecked")
        Map<String, Object> body =
                type.contains("json") ? new JsonMapper().readValue(response.body(), Map.class) : Map.of();
        return new Answer(response.statusCode(), type, body, response);
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(front) + path));
    }

    private static HttpRequest.Builder post(String path, String body) {
        return to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
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
