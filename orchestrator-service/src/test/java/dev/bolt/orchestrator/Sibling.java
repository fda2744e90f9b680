package dev.bolt.orchestrator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.platform.secret.InternalSecret;
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
import tools.jackson.databind.json.JsonMapper;

/** One knowledge service over real HTTP that answers with {@link Shop}, or is dead, hung or confused. */
public final class Sibling implements AutoCloseable {
    /** How it behaves. */
    public enum Mood {
        WELL,
        HUNG,
        CONFUSED,
        BUILDING
    }

    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final String service;
    private final JsonMapper json = JsonMapper.shared();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;

    public Sibling(String service) throws IOException {
        this.service = service;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void is(Mood next) {
        mood = next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + path + " " + body);
        switch (mood) {
            case HUNG -> hang();
            case CONFUSED -> send(exchange, "text/html", "<h1>Welcome to my router</h1>");
            case WELL, BUILDING -> {
                exchange.getResponseHeaders().set(InternalSecret.ANSWERED_BY, service);
                send(exchange, "application/json", json.writeValueAsString(said(path, body)));
            }
        }
    }

    private Object said(String path, String body) {
        if (path.startsWith("/internal/indexes/")) {
            return Shop.index(service, mood == Mood.BUILDING ? IndexState.BUILDING : IndexState.READY);
        }
        return switch (path) {
            case "/internal/status" -> new ServiceStatus(service, "ready", 1, 2, 3, Map.of());
            case "/v1/similarities" -> Shop.similar();
            case "/v1/searches" -> Shop.lines("shop/cart.py");
            case "/v1/workspaces/shop/definitions" -> Shop.symbols(Shop.symbol("shop/cart.py", "Cart.total", 2));
            case "/v1/analyses" ->
                Shop.analysis(json.readTree(body).path("paths").path(0).asString());
            case "/v1/dependencies" ->
                Shop.dependencies(json.readTree(body).path("path").asString());
            case "/v1/impact" -> Shop.impact();
            default -> throw new IllegalArgumentException(path);
        };
    }

    private void hang() {
        try {
            closed.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
