package dev.bolt.platform.secret;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Throws SERVICE_UNAVAILABLE, naming the service, if something else answers in its place, whatever it says. */
final class StrangerInterceptor implements ClientHttpRequestInterceptor {
    private final String service;

    StrangerInterceptor(String service) {
        this.service = service;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getHeaders().getFirst(InternalSecret.ANSWERED_BY) == null) {
            response.close();
            throw InternalSecret.stranger(service);
        }
        return response;
    }
}
