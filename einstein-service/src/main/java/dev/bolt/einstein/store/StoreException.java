package dev.bolt.einstein.store;

/** The database cannot be opened, read or written; the message says why, for a person. */
public final class StoreException extends RuntimeException {
    /** @param message one sentence */
    public StoreException(String message) {
        super(message);
    }

    /** @param message one sentence */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
