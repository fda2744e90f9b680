package dev.bolt.cli.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a port of 127.0.0.1, past any proxy, following no redirect and repeating nothing. Safe for threads. */
public final class Loopback {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    static {
        System.setProperty("sun.net.http.retryPost", "false"); // a POST that broke may have been heard
    }

    private final int port;
    private final Map<String, String> headers;

    /** Sends the headers with every request. */
    public Loopback(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = Map.copyOf(headers);
    }

    /**
     * What came back.
     *
     * @param status of HTTP
     * @param body as UTF-8
     */
    public record Answer(int status, String body) {}

    /** The port it asks. */
    public int port() {
        return port;
    }

    /** The whole answer; {@code patience} bounds each silence. */
    public Answer send(String method, String path, byte @Nullable [] json, Duration patience) throws IOException {
        var connection = open(method, path, patience);
        if (json != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (var body = connection.getOutputStream()) {
                body.write(json);
            }
        }
        int status = connection.getResponseCode();
        try (var body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return new Answer(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The body as it comes, without bound on silence; the caller closes it. */
    public InputStream stream(String path, String accept) throws IOException {
        var connection = open("GET", path, Duration.ZERO);
        connection.setRequestProperty("Accept", accept);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("HTTP status " + connection.getResponseCode());
        }
        return connection.getInputStream();
    }

    private HttpURLConnection open(String method, String path, Duration patience) throws IOException {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        headers.forEach(connection::setRequestProperty);
        return connection;
    }
}
