package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.SearchBatch;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.TextQuery;
import dev.bolt.benchmarks.search.HttpConnection.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running search-service, no other. Searches are timed by the wall, up to the last byte in our hands; nothing is
 * done with the bytes.
 */
final class SearchCalls {
    private static final String SECRET = "X-Bolt-Internal";
    private static final Duration POLL = Duration.ofMillis(10);

    private final String secret;
    private final ThreadLocal<HttpConnection> connections;
    private final IndexApi indexes;

    SearchCalls(String address, String secret) {
        URI peer = URI.create(address);
        this.connections = ThreadLocal.withInitial(() -> new HttpConnection(peer));
        this.secret = secret;
        var client = RestClient.builder()
                .baseUrl(address)
                .defaultHeader(SECRET, secret)
                .build();
        this.indexes = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(IndexApi.class);
    }

    /** Registers a directory and waits until it is indexed; how long that took, milliseconds. */
    double index(WorkspaceId id, Path directory) {
        long began = System.nanoTime();
        indexes.build(id, new IndexRequest(directory.toString()));
        while (indexes.status(id).state() == IndexState.BUILDING) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /**
     * An answer, and how long its first byte and all of it took, milliseconds.
     *
     * @param first the same as {@code millis} where it is not known
     */
    record Timed(byte[] bytes, double first, double millis) {}

    Timed search(TextQuery query) throws IOException {
        return post("/v1/searches", query, "application/json");
    }

    /** The same as a stream: none is too long. */
    Timed stream(TextQuery query) throws IOException {
        return post("/v1/searches", query, SearchEvent.NDJSON);
    }

    Timed batch(List<TextQuery> queries) throws IOException {
        return post("/v1/searches/batch", new SearchBatch(queries), "application/json");
    }

    /** What a command prints, and how long it runs. */
    static Timed process(List<String> command, Path directory) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        byte[] bytes = process.getInputStream().readAllBytes();
        process.waitFor();
        double millis = (System.nanoTime() - began) / 1e6;
        return new Timed(bytes, millis, millis);
    }

    private Timed post(String path, Object body, String accepted) throws IOException {
        Reply reply = connections
                .get()
                .post(
                        path,
                        "%s: %s\r\nContent-Type: application/json\r\nAccept: %s\r\n"
                                .formatted(SECRET, secret, accepted),
                        JsonMapper.shared().writeValueAsBytes(body));
        if (reply.status() != 200) {
            throw new IOException(reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return new Timed(reply.body(), reply.firstNanos() / 1e6, reply.nanos() / 1e6);
    }
}
