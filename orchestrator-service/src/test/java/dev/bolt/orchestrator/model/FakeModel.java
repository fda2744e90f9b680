package dev.bolt.orchestrator.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint that speaks the protocol over real HTTP, and says what a test wants it to say. */
public final class FakeModel implements AutoCloseable {
    /** What it was asked: headers and body. */
    public record Asked(Map<String, List<String>> headers, JsonNode body) {}

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    public final CountDownLatch leftAlone = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Answer answer = exchange -> send(exchange, 500, "");

    /** How it answers. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    public FakeModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            try (exchange) {
                asked.add(new Asked(
                        Map.copyOf(exchange.getRequestHeaders()),
                        JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes())));
                answer.to(exchange);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public void answers(Answer next) {
        answer = next;
    }

    /** A message whose content is this. */
    public void says(String content) {
        answers(exchange -> send(exchange, 200, message(content, "stop")));
    }

    /** The object that was asked for. */
    public void says(String summary, String patch) {
        says(JsonMapper.shared().writeValueAsString(Map.of("summary", summary, "patch", patch)));
    }

    public static String message(String content, String finish) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "choices",
                        List.of(Map.of(
                                "finish_reason", finish, "message", Map.of("role", "assistant", "content", content)))));
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Sends a byte now and then, for as long as somebody reads. */
    public void drips() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (IOException nobodyReads) {
                leftAlone.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Says nothing until it is closed. */
    public void hangs() {
        answers(exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
