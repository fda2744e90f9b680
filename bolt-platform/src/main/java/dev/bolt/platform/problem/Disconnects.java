package dev.bolt.platform.problem;

import org.springframework.web.util.DisconnectedClientHelper;

/** Recognizes that the caller went away: nobody is left to be answered. */
final class Disconnects {
    private Disconnects() {}

    static boolean saidBy(Throwable failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure);
    }
}
