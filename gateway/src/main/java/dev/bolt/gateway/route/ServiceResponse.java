package dev.bolt.gateway.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What a service answered. Its connection serves the next request if the body was read to its end, and is broken off if
 * it was closed before: to read the rest might take for ever.
 */
final class ServiceResponse implements ClientHttpResponse {
    private final ClassicHttpResponse response;
    private final Body body;
    private final HttpHeaders headers = new HttpHeaders();

    /** @param alarm is turned off when the answer is closed; null if there is none */
    ServiceResponse(ClassicHttpResponse response, HttpUriRequestBase request, @Nullable Future<?> alarm)
            throws IOException {
        this.response = response;
        HttpEntity entity = response.getEntity();
        this.body = new Body(entity == null ? InputStream.nullInputStream() : entity.getContent(), request, alarm);
        this.body.ended = entity == null;
        for (Header header : response.getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatusCode.valueOf(response.getCode());
    }

    @Override
    public String getStatusText() {
        String reason = response.getReasonPhrase();
        return reason == null ? "" : reason;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    /** Twice does no harm. */
    @Override
    public void close() {
        try (response) {
            body.close();
        } catch (IOException ignored) {
            // it is broken off already
        }
    }

    private static final class Body extends FilterInputStream {
        private final HttpUriRequestBase request;
        private final @Nullable Future<?> alarm;
        private boolean ended;

        Body(InputStream body, HttpUriRequestBase request, @Nullable Future<?> alarm) {
            super(body);
            this.request = request;
            this.alarm = alarm;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            ended |= read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            if (alarm != null) {
                alarm.cancel(false);
            }
            if (!ended) {
                ended = true;
                request.cancel();
            }
            super.close();
        }
    }
}
