package dev.bolt.api.analysis;

/** What a diff does with a file. */
public enum ChangeKind {
    ADDED,
    MODIFIED,
    DELETED,
    /** Renamed or copied, and perhaps modified. */
    MOVED
}
