package dev.bolt.orchestrator.history;

/** What can be said of the commits at a moment: all that they say, or nothing yet. Never a part of it. */
public sealed interface Account permits Past, Account.BeingRead {
    /** Not all of them have been compared; ask again soon. */
    record BeingRead() implements Account {}
}
