package dev.bolt.gateway.route;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.secret.InternalSecret;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Shows the internal secret to the service, and nothing that was meant for the gateway alone: neither the token, nor
 * cookies, nor a secret or deadline of the caller's own making.
 */
final class ServiceHeaders implements RequestHttpHeadersFilter {
    private final InternalSecret secret;

    ServiceHeaders(InternalSecret secret) {
        this.secret = secret;
    }

    @Override
    public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
        var headers = new HttpHeaders();
        headers.putAll(input);
        headers.remove(HttpHeaders.AUTHORIZATION);
        headers.remove(HttpHeaders.COOKIE);
        headers.remove(HttpHeaders.ORIGIN);
        headers.remove(Deadline.HEADER);
        headers.set(InternalSecret.HEADER, secret.value());
        return headers;
    }
}
