package dev.bolt.analysis.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Has a running service read a small workspace in all its languages and answer about it, over HTTP as the orchestrator
 * does: whatever classes a first model needs are loaded then. No request after {@value #BUILD_SECONDS} s.
 */
public final class Lesson {
    /** The workspace's files, beside this class's resources. */
    static final List<String> FILES = List.of(
            "pyproject.toml",
            "shop/__init__.py",
            "shop/orders.py",
            "shop/stock.py",
            "shop/broken.py",
            "web/package.json",
            "web/app.js",
            "web/cart.ts",
            "web/view.tsx",
            "store/go.mod",
            "store/store.go",
            "engine/Cargo.toml",
            "engine/src/lib.rs",
            "engine/src/wheel.rs",
            "queue/queue.h",
            "queue/queue.c",
            "queue/line.cpp",
            "queue/Ticket.java");

    private static final String ID = "lesson";
    private static final int BUILD_SECONDS = 60;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final String address;
    private final String header;
    private final String secret;

    /**
     * For the service at this address.
     *
     * @param header that the secret is sent in
     */
    public Lesson(String address, String header, String secret) {
        this.address = address;
        this.header = header;
        this.secret = secret;
    }

    /**
     * Gives it.
     *
     * @param root a folder of its own, which need not be there
     * @throws IOException if a request is not answered, or the model is not there in time
     */
    public void give(Path root) throws IOException, InterruptedException {
        for (String file : FILES) {
            write(root, file);
        }
        try (var client = HttpClient.newHttpClient()) {
            build(client, root);
            ask(client);
            Files.writeString(root.resolve("shop/orders.py"), "\n\ndef more():\n    return place\n");
            Files.delete(root.resolve("shop/broken.py"));
            ask(client);
        }
    }

    private static void write(Path root, String file) throws IOException {
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        try (InputStream source = Lesson.class.getResourceAsStream("/lesson/" + file)) {
            if (source == null) {
                throw new IOException("There is no " + file);
            }
            Files.copy(source, target);
        }
    }

    private void build(HttpClient client, Path root) throws IOException, InterruptedException {
        String path = root.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"");
        String index = "/internal/indexes/" + ID;
        send(client, request(index).PUT(BodyPublishers.ofString("{\"root\": \"%s\"}".formatted(path))));
        long end = System.nanoTime() + Duration.ofSeconds(BUILD_SECONDS).toNanos();
        while (!send(client, request(index)).contains("\"READY\"")) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("No model after %d s".formatted(BUILD_SECONDS));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void ask(HttpClient client) throws IOException, InterruptedException {
        for (String question : List.of("symbols?name=plc", "definitions?name=place", "references?name=place")) {
            send(client, request("/v1/workspaces/%s/%s".formatted(ID, question)));
        }
        String workspace = "\"workspace\": \"%s\"".formatted(ID);
        String paths = "{%s, \"paths\": [\"shop/stock.py\"]}".formatted(workspace);
        post(client, "/v1/analyses", paths);
        post(client, "/v1/dependencies", "{%s, \"path\": \"shop/stock.py\"}".formatted(workspace));
        post(client, "/v1/impact", paths);
        post(client, "/v1/cycles", "{%s}".formatted(workspace));
    }

    private void post(HttpClient client, String path, String body) throws IOException, InterruptedException {
        send(client, request(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST_ANSWER)
                .header(header, secret)
                .header("Content-Type", "application/json");
    }

    private static String send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpRequest sent = request.build();
        var answer = client.send(sent, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s: %d %s".formatted(sent.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
