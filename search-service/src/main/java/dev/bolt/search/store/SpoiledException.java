package dev.bolt.search.store;

/** What was read is not what was written: a crash or a disk has changed it. */
public final class SpoiledException extends RuntimeException {
    SpoiledException(String message) {
        super(message);
    }
}
