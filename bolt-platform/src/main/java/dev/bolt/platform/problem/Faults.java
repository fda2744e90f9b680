package dev.bolt.platform.problem;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a dead service from a hung one by the exception that calling it ended in. */
final class Faults {
    private static final int DEEPEST_CAUSE = 16;

    private Faults() {}

    /**
     * DEADLINE_EXCEEDED if the peer was reached and did not answer in time, else SERVICE_UNAVAILABLE.
     *
     * @param peer name of the service, for the detail
     */
    static ProblemException calling(String peer, Throwable failure) {
        return hung(failure)
                ? new ProblemException(Problem.DEADLINE_EXCEEDED, peer + " did not answer in time", failure)
                : new ProblemException(
                        Problem.SERVICE_UNAVAILABLE, peer + " does not answer; is it running? Try again soon", failure);
    }

    private static boolean hung(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            switch (cause) {
                case HttpConnectTimeoutException _ -> {
                    return false;
                }
                case HttpTimeoutException _, SocketTimeoutException _, TimeoutException _ -> {
                    return true;
                }
                case Throwable _ -> {}
            }
        }
        return false;
    }

    /** Whether the failure, at its root, is that no room is left on the device. */
    static boolean diskFull(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof IOException && message != null && message.contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }
}
