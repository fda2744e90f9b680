package dev.bolt.cli.client;

import dev.bolt.cli.console.Failure;
import dev.bolt.cli.http.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Bolt's one door. Every call ends with the answer or with a {@link Failure} that a person understands. */
public final class Gateway {
    /** Longer than the gateway's own patience with a service. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Loopback http;

    /** Calls nothing yet. */
    public Gateway(int port, String token) {
        this.http = new Loopback(port, Map.of("Authorization", "Bearer " + token));
    }

    /** The answer of a GET. */
    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** The answer of a GET; empty if there is no such thing. */
    public Optional<JsonNode> find(String path) {
        return answer("GET", path, null, true);
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
        return http.stream(path, "text/event-stream");
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        return answer(method, path, body, false).orElseGet(Json.MAPPER::nullNode);
    }

    private Optional<JsonNode> answer(String method, String path, @Nullable Object body, boolean mayBeAbsent) {
        try {
            var json = body == null ? null : Json.MAPPER.writeValueAsBytes(body);
            var answer = http.send(method, path, json, PATIENCE);
            if (mayBeAbsent && answer.status() == 404) {
                return Optional.empty();
            }
            if (answer.status() >= 400) {
                throw Problem.of(answer.status(), answer.body()).failure();
            }
            return answer.body().isEmpty() ? Optional.empty() : Optional.of(Json.MAPPER.readTree(answer.body()));
        } catch (JacksonException notJson) {
            throw Failure.service("The answer from port " + http.port() + " is not JSON. `bolt down`, then `bolt up`.");
        } catch (SocketTimeoutException hung) {
            throw Failure.service(
                    "The gateway took the request and does not answer. `bolt up` replaces it if it hangs.");
        } catch (IOException e) {
            throw Failure.service("The gateway at port " + http.port() + " does not answer (" + e.getMessage()
                    + "). `bolt up` starts it again; `bolt logs gateway` tells why it ended.");
        }
    }
}
