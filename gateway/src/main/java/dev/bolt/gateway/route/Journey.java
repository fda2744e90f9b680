package dev.bolt.gateway.route;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.secret.InternalSecret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Brings a request to one service and back in time: 503 with the service's name if it is dead or if another program
 * answers in its place, 504 if it hangs. An answer is whole before the deadline; a stream of events begins before it
 * and then lasts as long as both ends like.
 */
final class Journey implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    private static final String EVENTS = "/events";
    private final String service;
    private final Duration timeout;

    Journey(String service, Duration timeout) {
        this.service = service;
        this.timeout = timeout;
    }

    /** Whether the address is one of a stream without an end. */
    static boolean streams(String path) {
        return path.endsWith(EVENTS);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        Deadline deadline = Deadline.after(timeout).earlier(Deadline.current());
        boolean endless = streams(request.uri().getPath());
        try {
            ServerResponse response =
                    endless ? begun(deadline, request, next) : deadline.call(() -> next.handle(request));
            refuseStrangers(request, response);
            watchBody(request, endless ? Deadline.NONE : deadline);
            return response;
        } catch (ResourceAccessException failure) {
            throw ProblemException.calling(service, failure);
        }
    }

    private void refuseStrangers(ServerRequest request, ServerResponse response) throws IOException {
        if (response.headers().getFirst(InternalSecret.ANSWERED_BY) != null) {
            return;
        }
        InputStream body = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
        if (body != null) {
            body.close();
        }
        throw InternalSecret.stranger(service);
    }

    /** The body is read after this filter; what goes wrong then is the service's fault just as much. */
    private void watchBody(ServerRequest request, Deadline deadline) {
        InputStream body = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
        if (body != null) {
            MvcUtils.putAttribute(
                    request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, new ServiceBody(body, service, deadline));
        }
    }

    /** On a thread of its own, which has no deadline to send along or to be stopped by; only its start has. */
    private ServerResponse begun(Deadline deadline, ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        var beginning = new FutureTask<>(() -> next.handle(request));
        Thread.ofVirtual().name("events").start(beginning);
        try {
            return beginning.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hung) {
            throw ProblemException.calling(service, hung);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } finally {
            beginning.cancel(true);
        }
    }
}
