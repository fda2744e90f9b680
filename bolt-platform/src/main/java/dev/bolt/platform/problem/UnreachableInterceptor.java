package dev.bolt.platform.problem;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Throws SERVICE_UNAVAILABLE for a dead service and DEADLINE_EXCEEDED for a hung one, naming it. */
final class UnreachableInterceptor implements ClientHttpRequestInterceptor {
    private final String service;

    UnreachableInterceptor(String service) {
        this.service = service;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        try {
            return execution.execute(request, body);
        } catch (IOException failure) {
            throw ProblemException.calling(service, failure);
        }
    }
}
