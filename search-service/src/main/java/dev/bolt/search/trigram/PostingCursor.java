package dev.bolt.search.trigram;

/** Reads the chunks of one trigram, ascending. Used by one thread. */
sealed interface PostingCursor permits DeltaCursor, BitCursor {
    /** The next; who asks knows how many there are. */
    int next();
}
