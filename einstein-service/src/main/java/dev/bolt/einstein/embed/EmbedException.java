package dev.bolt.einstein.embed;

/** Text cannot be embedded on this machine, now; search by words still works. */
public final class EmbedException extends RuntimeException {
    /** @param message one sentence for a person */
    public EmbedException(String message, Throwable cause) {
        super(message, cause);
    }
}
