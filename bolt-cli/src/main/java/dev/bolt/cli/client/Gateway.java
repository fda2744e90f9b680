package dev.bolt.cli.client;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Bolt's one door. Every call ends with the answer or with a {@link Failure} that a person understands. */
public final class Gateway {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http;
    private final URI address;
    private final String token;

    /** Calls nothing yet. */
    public Gateway(HttpClient http, int port, String token) {
        this.http = http;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.token = token;
    }

    /** The answer of a GET. */
    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** The answer of a POST. */
    public JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    /** The answer of a PUT. */
    public JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    /** Deletes. */
    public void delete(String path) {
        send("DELETE", path, null);
    }

    /** A stream of server-sent events; the caller closes it. */
    public InputStream events(String path) throws IOException {
        var request = request(path).header("Accept", "text/event-stream").build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw new IOException("HTTP status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
        var request = request(path).timeout(PATIENCE).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 400) {
                throw Problem.of(answer.statusCode(), answer.body()).failure();
            }
            return answer.body().isEmpty() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw Failure.service(
                    "The gateway at " + address + " answered with something that is not JSON; is it Bolt's?");
        } catch (IOException e) {
            throw Failure.service("The gateway at " + address + " does not answer (" + e.getMessage()
                    + "). `bolt up` starts it again; `bolt logs gateway` tells why it ended.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.service("Interrupted.");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token);
    }
}
