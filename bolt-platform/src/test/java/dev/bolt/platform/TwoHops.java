package dev.bolt.platform;

import dev.bolt.api.code.WorkspaceId;
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
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
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

/** Two real services in a row, {@code front} and {@code back}, and how they are asked on the wire. */
abstract class TwoHops {
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

    static final CountDownLatch RELEASE = new CountDownLatch(1);

    @TempDir
    static Path home;

    static ConfigurableApplicationContext back;
    static ConfigurableApplicationContext front;
    static String secret;
    final HttpClient client = HttpClient.newHttpClient();

    static ConfigurableApplicationContext start(Class<?> type, String... arguments) {
        var application = new SpringApplication(type);
        application.setDefaultProperties(Map.of(
                "server.port", "0", "bolt.home", home.toString(), "spring.application.name", type.getSimpleName()));
        return application.run(arguments);
    }

    static int port(ConfigurableApplicationContext context) {
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

    record Answer(int status, String type, Map<String, Object> body, HttpResponse<String> raw) {}

    /** What no client of the library would send. */
    record Raw(int status, String type, String body) {}

    static Raw raw(String line) throws IOException {
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
    static Map<String, Object> document(Raw answer) {
        String body = answer.body();
        return new JsonMapper().readValue(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1), Map.class);
    }

    Answer ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(
                request.header(InternalSecret.HEADER, secret).build(), HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        @SuppressWarnings("unchecked")
        Map<String, Object> body =
                type.contains("json") ? new JsonMapper().readValue(response.body(), Map.class) : Map.of();
        return new Answer(response.statusCode(), type, body, response);
    }

    static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(front) + path));
    }

    static HttpRequest.Builder post(String path, String body) {
        return to(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
