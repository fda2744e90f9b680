package dev.bolt.gateway.route;

import dev.bolt.platform.deadline.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Bounds how long an answer may take with its body, by the timeout and the current deadline, but not that of a stream
 * of events.
 */
final class RouteRequestFactory implements ClientHttpRequestFactory, AutoCloseable {
    private final HttpClient client;
    private final Duration timeout;
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("deadlines").daemon().factory());

    RouteRequestFactory(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
        alarms.setRemoveOnCancelPolicy(true);
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) {
        var request = new HttpUriRequestBase(method.name(), uri);
        return new ServiceRequest(client, request, Journey.streams(uri.getPath()) ? null : alarm(request));
    }

    /** Breaks the connection off when time is up; whoever reads from it then sees it closed. */
    private Future<?> alarm(HttpUriRequestBase request) {
        Duration left = Deadline.current().remaining();
        Duration bound = left.compareTo(timeout) < 0 ? left : timeout;
        return alarms.schedule(request::cancel, bound.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
