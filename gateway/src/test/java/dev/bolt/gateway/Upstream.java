package dev.bolt.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A tiny service that remembers what it was asked: it answers, or hangs, or streams, as a test wants it. */
final class Upstream implements AutoCloseable {
    /** @param caller the port of the connection it came by */
    record Seen(String method, String path, Map<String, List<String>> headers, String body, int caller) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .flatMap(entry -> entry.getValue().stream())
                    .collect(Collectors.joining(","));
        }
    }

    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    /** One permit lets one event out. */
    final Semaphore events = new Semaphore(0);

    /** One permit for each answer that was broken off. */
    final Semaphore broken = new Semaphore(0);

    private volatile Behaviour behaviour = exchange -> send(exchange, 200, "application/json", "{}");

    private volatile boolean stranger;

    Upstream() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                seen.add(new Seen(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body,
                        exchange.getRemoteAddress().getPort()));
                if (!stranger) {
                    exchange.getResponseHeaders().set(InternalSecret.ANSWERED_BY, "upstream");
                }
                behaviour.answer(exchange);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(int status, String type, String body) {
        behaviour = exchange -> send(exchange, status, type, body);
    }

    void answersNothing() {
        behaviour = exchange -> exchange.sendResponseHeaders(204, -1);
    }

    /** What another program would answer. */
    void isStranger(int status, String type, String body) {
        stranger = true;
        answers(status, type, body);
    }

    /** A service of Bolt again. */
    void isWell() {
        stranger = false;
    }

    void accepts(String location) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, 202, "application/json", "{}");
        };
    }

    void refuses(Duration retryAfter) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(retryAfter.toSeconds()));
            send(exchange, 429, "application/problem+json", "{\"code\":\"OVERLOADED\"}");
        };
    }

    void breaksOff(int bytes) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes + 1);
            exchange.getResponseBody().write(new byte[bytes]);
            exchange.getResponseBody().flush();
        };
    }

    /** Begins an answer and never ends it. */
    void begins(int bytes) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[bytes]);
            exchange.getResponseBody().flush();
            hang();
        };
    }

    void hangs() {
        behaviour = _ -> hang();
    }

    void streams(int count) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 1; i <= count; i++) {
                await(i);
                exchange.getResponseBody().write(("id: " + i + "\ndata: event\n\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        };
    }

    /** Never stops by itself: neither a pause nor an end, until the other side breaks off. */
    void goesOnUntilBrokenOff(String type) {
        behaviour = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!closed.await(10, TimeUnit.MILLISECONDS)) {
                    exchange.getResponseBody().write("data: x\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
            } catch (IOException brokenOff) {
                broken.release();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void await(int event) throws IOException {
        try {
            if (!events.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody asked for event " + event);
            }
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void hang() {
        try {
            closed.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
