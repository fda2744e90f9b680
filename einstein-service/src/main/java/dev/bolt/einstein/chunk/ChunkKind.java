package dev.bolt.einstein.chunk;

import java.util.Locale;

/** What a chunk is. */
public enum ChunkKind {
    /** A function or method, or a piece of a long one. */
    FUNCTION,
    /** The head of a class and what lies between its methods. */
    CLASS,
    /** The head of a module and what lies between its definitions. */
    MODULE,
    /** Some lines of a file whose language is not understood, or a section of a document. */
    WINDOW;

    /** As the contract writes it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
