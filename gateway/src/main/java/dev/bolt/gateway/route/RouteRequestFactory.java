package dev.bolt.gateway.route;

import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Bounds how long the body of an answer may take, but not that of a stream of events. */
final class RouteRequestFactory implements ClientHttpRequestFactory {
    private final ClientHttpRequestFactory bounded;
    private final ClientHttpRequestFactory endless;

    RouteRequestFactory(ClientHttpRequestFactory bounded, ClientHttpRequestFactory endless) {
        this.bounded = bounded;
        this.endless = endless;
    }

    @Override
    public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
        return (Journey.streams(uri.getPath()) ? endless : bounded).createRequest(uri, method);
    }
}
