package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An index that is opened before anybody knows how long its vectors will be, for the model loads later: the first one
 * that is added says it.
 */
final class FirstLength implements VectorIndex {
    private final VectorIndexes indexes;
    private volatile @Nullable VectorIndex index;

    FirstLength(VectorIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public void load(Saved from, Source source) {
        StoredIndex restored = index == null ? Restored.of(from, indexes, source) : null;
        if (restored == null) {
            source.each(this::add);
        } else if (!begins(restored)) {
            restored.close();
            source.each(this::add);
        }
    }

    private synchronized boolean begins(VectorIndex restored) {
        boolean first = index == null;
        if (first) {
            index = restored;
        }
        return first;
    }

    @Override
    public void save(Saved to) throws IOException {
        VectorIndex known = index;
        if (known != null) {
            known.save(to);
        }
    }

    @Override
    public boolean add(ChunkId id, float[] vector) {
        VectorIndex known = index;
        return (known == null ? begun(vector.length) : known).add(id, vector);
    }

    private synchronized VectorIndex begun(int dimension) {
        VectorIndex known = index;
        if (known == null) {
            known = indexes.empty(dimension);
            index = known;
        }
        return known;
    }

    private <T> T ask(Function<VectorIndex, T> question, T otherwise) {
        VectorIndex known = index;
        return known == null ? otherwise : question.apply(known);
    }

    @Override
    public void retain(Set<ChunkId> wanted) {
        VectorIndex known = index;
        if (known != null) {
            known.retain(wanted);
        }
    }

    @Override
    public void remove(ChunkId id) {
        VectorIndex known = index;
        if (known != null) {
            known.remove(id);
        }
    }

    @Override
    public List<ChunkId> missing(Collection<ChunkId> wanted) {
        return ask(known -> known.missing(wanted), wanted.stream().distinct().toList());
    }

    @Override
    public List<Neighbor> search(float[] question, int topK, Deadline deadline) {
        return ask(known -> known.search(question, topK, deadline), List.of());
    }

    @Override
    public List<List<Neighbor>> searchAll(List<VectorQuestion> questions, Products products, Deadline deadline) {
        return ask(
                known -> known.searchAll(questions, products, deadline),
                questions.stream().map(any -> List.<Neighbor>of()).toList());
    }

    @Override
    public int size() {
        return ask(VectorIndex::size, 0);
    }

    @Override
    public long bytes() {
        return ask(VectorIndex::bytes, 0L);
    }

    @Override
    public String kind() {
        return ask(VectorIndex::kind, "none yet");
    }

    @Override
    public void close() {
        VectorIndex known = index;
        if (known != null) {
            known.close();
        }
    }
}
