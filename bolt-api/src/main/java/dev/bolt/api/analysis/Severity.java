package dev.bolt.api.analysis;

/** How much a finding matters. */
public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Likely to cost time or hide a fault. */
    WARNING,
    /** Wrong as it stands. */
    ERROR
}
