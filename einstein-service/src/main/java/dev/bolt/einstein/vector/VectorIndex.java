package dev.bolt.einstein.vector;

import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The vectors of a workspace, found by nearness. Safe for all threads: searches run side by side and see every vector
 * whose {@link #add} returned before. Memory is off the heap, granted by a shared budget and given back by
 * {@link #close}, after which nothing may be asked.
 */
public interface VectorIndex extends AutoCloseable {
    /** Where vectors come from. */
    @FunctionalInterface
    interface Source {
        /** Gives each vector once. */
        void each(BiConsumer<ChunkId, float[]> into);
    }

    /** Brings vectors in; if there were none yet, with what was learnt of them before, as far as it was saved. */
    void load(Saved from, Source source);

    /**
     * Keeps what was learnt of the vectors, unless that is known to be kept already.
     *
     * @throws IOException if it cannot be written, for lack of disk for one
     */
    void save(Saved to) throws IOException;

    /**
     * Keeps the vector; one that is known stays as it is.
     *
     * @param vector unit length
     * @return false if the budget is spent
     * @throws IllegalArgumentException if it has another dimension
     */
    boolean add(ChunkId id, float[] vector);

    /** Forgets every vector that is not among these. */
    void retain(Set<ChunkId> wanted);

    /** Forgets one; silent if it is not known. */
    void remove(ChunkId id);

    /** Those of the ids that have no vector. */
    List<ChunkId> missing(Collection<ChunkId> wanted);

    /**
     * The top-k by cosine, best first; equal ones by identity. Fewer than k only if there are no more.
     *
     * @param question unit length
     * @throws dev.bolt.platform.problem.ProblemException DEADLINE_EXCEEDED if the deadline passes meanwhile
     */
    List<Neighbor> search(float[] question, int topK, Deadline deadline);

    /**
     * The answers of {@link #search} to many questions, in their order: by comparing all of them with every vector at
     * once if a product pays, which is exact, else one after another.
     *
     * @throws dev.bolt.platform.problem.ProblemException DEADLINE_EXCEEDED if the deadline passes meanwhile
     */
    List<List<Neighbor>> searchAll(List<VectorQuestion> questions, Products products, Deadline deadline);

    /** How many vectors there are. */
    int size();

    /** Memory off the heap that is held. */
    long bytes();

    /**
     * What it is just now, in FAISS's words: {@code FLAT}, {@code BITS}, {@code IVF}, {@code PQ}, {@code HNSW}, and
     * what they are refined by.
     */
    String kind();

    /** Gives the memory back. */
    @Override
    void close();
}
