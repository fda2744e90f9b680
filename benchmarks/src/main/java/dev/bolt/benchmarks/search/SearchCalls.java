package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.search.SearchBatch;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.TextQuery;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String secret;
    private final IndexApi indexes;

    SearchCalls(String address, String secret) {
        this.address = address;
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

    /** An answer and how long it took, milliseconds. */
    record Timed(byte[] bytes, double millis) {}

    Timed search(TextQuery query) throws IOException, InterruptedException {
        return post("/v1/searches", JsonMapper.shared().writeValueAsString(query));
    }

    Timed batch(List<TextQuery> queries) throws IOException, InterruptedException {
        return post("/v1/searches/batch", JsonMapper.shared().writeValueAsString(new SearchBatch(queries)));
    }

    /** Until the first byte of a streamed answer, milliseconds; the rest is read, too. */
    double first(TextQuery query) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpRequest request = request("/v1/searches", JsonMapper.shared().writeValueAsString(query))
                .header("Accept", SearchEvent.NDJSON)
                .build();
        try (InputStream in = http.send(request, BodyHandlers.ofInputStream()).body()) {
            in.read();
            double millis = (System.nanoTime() - began) / 1e6;
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return millis;
        }
    }

    static Timed ripgrep(List<String> command, Path directory) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        byte[] bytes = process.getInputStream().readAllBytes();
        process.waitFor();
        return new Timed(bytes, (System.nanoTime() - began) / 1e6);
    }

    private Timed post(String path, String body) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = http.send(
                request(path, body).header("Accept", "application/json").build(), BodyHandlers.ofByteArray());
        double millis = (System.nanoTime() - began) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IOException(
                    answer.statusCode() + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return new Timed(answer.body(), millis);
    }

    private HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header(SECRET, secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
