package dev.bolt.einstein.vector;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Puts an index together from what was saved of it and from its vectors. */
final class Restored {
    private Restored() {}

    /**
     * What is no longer there is forgotten, what is new is added.
     *
     * @return null, with the source not asked, if nothing was saved that can be used, or the budget has no room
     */
    static @Nullable StoredIndex of(Saved saved, VectorIndexes indexes, VectorIndex.Source source) {
        Saved.Content content = saved.read(indexes);
        if (content == null) {
            return null;
        }
        int count = content.ids().size();
        var rows = new Rows(content.shortlists().dimension(), Precision.FLOAT32, indexes.budget());
        var index = new StoredIndex(content, rows);
        if (!rows.reserve(count)) {
            index.close();
            return null;
        }
        var present = new BitSet(count);
        source.each((id, vector) -> {
            Integer ordinal = content.ids().ordinal(id);
            if (ordinal == null) {
                index.add(id, vector);
            } else if (ordinal < count) {
                rows.set(ordinal, vector);
                present.set(ordinal);
            }
        });
        if (present.cardinality() < count) {
            index.removeIf(ordinal -> ordinal < count && !present.get(ordinal));
        }
        return index;
    }
}
