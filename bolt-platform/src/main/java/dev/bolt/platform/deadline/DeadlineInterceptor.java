package dev.bolt.platform.deadline;

import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Tells the callee how long this request may still take; does not call at all once that is nothing. */
final class DeadlineInterceptor implements ClientHttpRequestInterceptor {
    /** For the way back, so that the callee's answer (or its 504) arrives before our own caller has left. */
    static final long MARGIN_MILLIS = 20;

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Deadline deadline = Deadline.current();
        if (deadline.bounded()) {
            deadline.check();
            long left = Math.max(1, deadline.remaining().toMillis() - MARGIN_MILLIS);
            request.getHeaders().set(Deadline.HEADER, Long.toString(left));
        }
        return execution.execute(request, body);
    }
}
