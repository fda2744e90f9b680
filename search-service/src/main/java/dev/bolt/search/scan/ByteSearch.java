package dev.bolt.search.scan;

import java.util.concurrent.atomic.AtomicReference;

/** Finds a needle in a text. Pure; safe for all threads. */
interface ByteSearch {
    /** The first place from {@code from} where all of it stands before {@code end}; -1 if there is none. */
    int find(Needle needle, byte[] text, int from, int end);

    /** The one to use: plain words, until {@link SimdTrial} has found vectors to be faster. */
    static ByteSearch fastest() {
        return Fastest.NOW.get();
    }

    /** Where it is kept. */
    final class Fastest {
        static final AtomicReference<ByteSearch> NOW = new AtomicReference<>(new WordSearch());

        private Fastest() {}
    }
}
