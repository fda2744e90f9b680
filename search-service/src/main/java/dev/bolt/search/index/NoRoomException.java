package dev.bolt.search.index;

import java.io.IOException;

/** Not even the trigrams of an index fit into the room that all indexes have. */
public final class NoRoomException extends IOException {
    /** For a person. */
    public static final String WORDS =
            "The indexes of all workspaces have no room for it: raise bolt.search.index.cache-size";

    NoRoomException() {
        super(WORDS);
    }
}
