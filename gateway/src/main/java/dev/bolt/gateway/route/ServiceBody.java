package dev.bolt.gateway.route;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;

/** The body of a service's answer; throws a problem with the service's name if it dies or hangs in the middle. */
final class ServiceBody extends FilterInputStream {
    private final String service;
    private final Deadline deadline;

    ServiceBody(InputStream body, String service, Deadline deadline) {
        super(body);
        this.service = service;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException failure) {
            throw problem(failure);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException failure) {
            throw problem(failure);
        }
    }

    /** The stream is closed under the reader when time runs out; only the deadline tells that from a broken line. */
    private ProblemException problem(IOException failure) {
        return ProblemException.calling(
                service, deadline.expired() ? new TimeoutException("in the middle of the answer") : failure);
    }
}
