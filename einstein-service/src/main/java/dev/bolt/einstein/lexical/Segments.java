package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** What was read of each open segment; forgotten when Lucene closes it. Safe for all threads. */
final class Segments {
    private final Map<IndexReader.CacheKey, Segment> read = new ConcurrentHashMap<>();

    /**
     * Reads it, unless that was done.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    Segment of(LeafReader leaf) {
        IndexReader.CacheHelper core = leaf.getCoreCacheHelper();
        return read.computeIfAbsent(core.getKey(), key -> {
            try {
                Segment segment = Segment.read(leaf);
                core.addClosedListener(read::remove);
                return segment;
            } catch (IOException failure) {
                throw new UncheckedIOException("A segment of words cannot be read", failure);
            }
        });
    }

    /** How many are held. */
    int count() {
        return read.size();
    }
}
