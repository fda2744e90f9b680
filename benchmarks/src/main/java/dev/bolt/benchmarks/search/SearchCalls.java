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
import java.io.OutputStream;
import java.net.HttpURLConnection;
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

    Timed search(TextQuery query) throws IOException {
        return post("/v1/searches", JsonMapper.shared().writeValueAsString(query));
    }

    Timed batch(List<TextQuery> queries) throws IOException {
        return post("/v1/searches/batch", JsonMapper.shared().writeValueAsString(new SearchBatch(queries)));
    }

    /** Until the first byte of a streamed answer, milliseconds; the rest is read, too. */
    double first(TextQuery query) throws IOException {
        long began = System.nanoTime();
        HttpURLConnection connection =
                post("/v1/searches", JsonMapper.shared().writeValueAsString(query), SearchEvent.NDJSON);
        try (InputStream in = connection.getInputStream()) {
            in.read();
            double millis = (System.nanoTime() - began) / 1e6;
            in.transferTo(OutputStream.nullOutputStream());
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

    private Timed post(String path, String body) throws IOException {
        long began = System.nanoTime();
        HttpURLConnection connection = post(path, body, "application/json");
        int status = connection.getResponseCode();
        try (InputStream in = status == 200 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] bytes = in.readAllBytes();
            double millis = (System.nanoTime() - began) / 1e6;
            if (status != 200) {
                throw new IOException(status + " " + new String(bytes, StandardCharsets.UTF_8));
            }
            return new Timed(bytes, millis);
        }
    }

    /**
     * Sends on a connection that is kept, in this thread: a client without threads of its own takes least from two
     * cores.
     */
    private HttpURLConnection post(String path, String body, String accepted) throws IOException {
        var connection = (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setRequestMethod("POST");
        connection.setRequestProperty(SECRET, secret);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", accepted);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(bytes);
        }
        return connection;
    }
}
