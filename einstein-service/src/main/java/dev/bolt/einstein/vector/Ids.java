package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose each ordinal is, 0 to size − 1 without a gap. Not safe for threads that write. */
final class Ids {
    private final List<ChunkId> byOrdinal = new ArrayList<>();
    private final Map<ChunkId, Integer> ordinals = new HashMap<>();

    int size() {
        return byOrdinal.size();
    }

    boolean contains(ChunkId id) {
        return ordinals.containsKey(id);
    }

    ChunkId get(int ordinal) {
        return byOrdinal.get(ordinal);
    }

    @Nullable
    Integer ordinal(ChunkId id) {
        return ordinals.get(id);
    }

    void add(ChunkId id) {
        ordinals.put(id, byOrdinal.size());
        byOrdinal.add(id);
    }

    /** The last takes this ordinal. */
    void remove(int ordinal) {
        ChunkId last = byOrdinal.removeLast();
        ChunkId removed = ordinal < byOrdinal.size() ? byOrdinal.set(ordinal, last) : last;
        ordinals.put(last, ordinal);
        ordinals.remove(removed);
    }

    void clear() {
        byOrdinal.clear();
        ordinals.clear();
    }
}
