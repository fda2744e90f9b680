package dev.bolt.api.solve;

/** Which lane a solve waits in. */
public enum Priority {
    /** Before all others. */
    CRITICAL,
    /** A person waits. */
    HIGH,
    /** The default. */
    NORMAL,
    /** When there is time. */
    LOW
}
