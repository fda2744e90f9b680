package dev.bolt.api.analysis;

/** What a node of a graph stands for. */
public enum GraphLevel {
    /** One file. */
    MODULE,
    /** All files directly in one folder. */
    PACKAGE
}
