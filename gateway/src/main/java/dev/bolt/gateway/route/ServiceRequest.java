package dev.bolt.gateway.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A request to a service, sent whole, and broken off by its alarm. */
final class ServiceRequest extends AbstractClientHttpRequest {
    /** What the connection to the service has of its own. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final HttpClient client;
    private final HttpUriRequestBase request;
    private final @Nullable Future<?> alarm;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

    /** @param alarm cancels the request; null if nothing bounds it */
    ServiceRequest(HttpClient client, HttpUriRequestBase request, @Nullable Future<?> alarm) {
        this.client = client;
        this.request = request;
        this.alarm = alarm;
    }

    @Override
    public HttpMethod getMethod() {
        return HttpMethod.valueOf(request.getMethod());
    }

    @Override
    public URI getURI() {
        try {
            return request.getUri();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        return body;
    }

    /**
     * @throws HttpTimeoutException if the alarm went off first
     * @throws HttpConnectTimeoutException if nobody took the connection
     */
    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
        headers.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        if (body.size() > 0) {
            request.setEntity(new ByteArrayEntity(body.toByteArray(), null));
        }
        boolean answered = false;
        try {
            var response = new ServiceResponse(open(), request, alarm);
            answered = true;
            return response;
        } catch (ConnectTimeoutException nobody) {
            throw causedBy(nobody, new HttpConnectTimeoutException("nobody took the connection"));
        } catch (IOException failure) {
            throw alarm != null && request.isCancelled()
                    ? causedBy(failure, new HttpTimeoutException("no answer in time"))
                    : failure;
        } finally {
            if (!answered && alarm != null) {
                alarm.cancel(false);
            }
        }
    }

    private ClassicHttpResponse open() throws IOException {
        try {
            return client.executeOpen(RoutingSupport.determineHost(request), request, null);
        } catch (HttpException noHost) {
            throw new IOException(noHost);
        }
    }

    private static IOException causedBy(Throwable cause, IOException failure) {
        failure.initCause(cause);
        return failure;
    }
}
