package dev.bolt.api.index;

/** Where the index of one workspace stands in one service. */
public enum IndexState {
    /** Being built; queries answer from what is there. */
    BUILDING,
    /** Complete for the files as of {@link IndexStatus#asOf()}. */
    READY,
    /** The build ended in an error, told in {@link IndexStatus#message()}. */
    FAILED
}
