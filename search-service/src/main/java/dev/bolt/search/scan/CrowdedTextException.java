package dev.bolt.search.scan;

/** A text holds more matches, or is larger, than is kept in memory at a time. */
public final class CrowdedTextException extends RuntimeException {
    /** A little one: it is no error of anybody's. */
    public CrowdedTextException() {
        super(null, null, false, false);
    }
}
