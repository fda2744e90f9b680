package dev.bolt.api.solve;

/** How a step ended. */
public enum StepOutcome {
    /** With a result. */
    OK,
    /** Its time ran out. */
    TIMEOUT,
    /** With an error, or its service is down. */
    FAILED,
    /** Never begun: refused, called off, or what it needs failed. */
    SKIPPED
}
