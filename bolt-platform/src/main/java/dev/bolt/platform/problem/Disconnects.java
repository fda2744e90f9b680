package dev.bolt.platform.problem;

import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Recognizes that the caller went away: nobody is left to be answered. Only by what the server itself throws; Spring's
 * {@code DisconnectedClientHelper} also takes an end of file, or a broken line to another service, for it.
 */
final class Disconnects {
    private static final int DEEPEST_CAUSE = 16;

    private Disconnects() {}

    static boolean saidBy(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException) {
                return true;
            }
        }
        return false;
    }
}
