package dev.bolt.api.search;

/** Whether upper and lower case letters match each other. */
public enum CaseMode {
    /** They do not. The default. */
    SENSITIVE,
    /** They do ({@code rg -i}). */
    INSENSITIVE,
    /** They do unless a pattern holds an upper-case letter ({@code rg -S}). */
    SMART
}
