package dev.bolt.api.analysis;

/** What a definition defines. */
public enum SymbolKind {
    /** A file that can be imported. */
    MODULE,
    /** A class. */
    CLASS,
    /** A function outside any class. */
    FUNCTION,
    /** A function directly inside a class. */
    METHOD,
    /** A name assigned at module or class level. */
    VARIABLE
}
