package dev.bolt.einstein.embed;

import org.jspecify.annotations.Nullable;

/** Text cannot be embedded on this machine, now; search by words still works. */
public final class EmbedException extends RuntimeException {
    /** @param message one sentence for a person */
    public EmbedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
