package dev.bolt.search.scan;

/** A search met bytes that are no UTF-8, beside which only ripgrep can tell what matches. */
public final class BrokenMatchException extends RuntimeException {
    BrokenMatchException() {
        super(null, null, false, false);
    }
}
