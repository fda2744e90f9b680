package dev.bolt.api.solve;

/** Where a solve stands. */
public enum SolveState {
    /** Accepted and on disk. */
    QUEUED,
    /** Its steps run. */
    RUNNING,
    /** Answered in full. */
    COMPLETE,
    /** Answered with what there was when time ran out or a step failed. */
    PARTIAL,
    /** No answer; the problem says why. */
    FAILED,
    /** Called off. */
    CANCELLED;

    /** Whether nothing follows. */
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
