package dev.bolt.platform.deadline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Waits for a callee no longer than its read timeout, nor than the current deadline. */
final class DeadlineRequestFactory implements ClientHttpRequestFactory {
    private final HttpClient client;
    private final Duration readTimeout;

    DeadlineRequestFactory(HttpClient client, Duration readTimeout) {
        this.client = client;
        this.readTimeout = readTimeout;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        Duration left = Deadline.current().remaining();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(left.compareTo(readTimeout) < 0 ? atLeastAMilli(left) : readTimeout);
        return requests.createRequest(uri, method);
    }

    private static Duration atLeastAMilli(Duration left) {
        return left.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : left;
    }
}
