package dev.bolt.einstein.vector;

import dev.bolt.platform.deadline.Deadline;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.NeighborArray;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;
import org.jspecify.annotations.Nullable;

/**
 * A navigable small world of neighbours (HNSW, Malkov and Yashunin, PAMI 42, 2020), Lucene's, over int8 rows of its
 * own. A row that is removed stays as a crossing that nobody is answered with, until so many are that the graph is
 * built anew. Adding costs half a millisecond on average up to 100,000. The links lie on the heap, some
 * {@value #LINK_BYTES} bytes a row, which the budget grants like the rows.
 */
final class Graph implements Shortlist {
    private static final int LINKS = 16;
    private static final int BREADTH = 100;
    private static final long SEED = 42;
    private static final int LINK_BYTES = 2 * LINKS * (Integer.BYTES + Float.BYTES) + 64;
    private static final int NOBODY = -1;

    private final VectorBudget budget;
    private final Rows rows;
    private final HnswGraphBuilder builder;
    /** Of each node; {@link #NOBODY} if it was removed. */
    private int[] ordinals = new int[1024];

    private int[] nodes = new int[1024];
    private FixedBitSet alive = new FixedBitSet(1024);
    private int count;

    Graph(int dimension, VectorBudget budget) {
        this.budget = budget;
        this.rows = new Rows(dimension, Precision.INT8, budget);
        try {
            this.builder = HnswGraphBuilder.create(new RowScores(rows), LINKS, BREADTH, SEED);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is read", impossible);
        }
    }

    @Override
    public boolean add(float[] vector) {
        int node = rows.count();
        if (!grown(vector)) {
            return false;
        }
        try {
            builder.addGraphNode(node);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Rows lie in memory", impossible);
        }
        place(node, count++);
        return true;
    }

    private boolean grown(float[] vector) {
        if (!budget.acquire(LINK_BYTES)) {
            return false;
        }
        if (!rows.add(vector)) {
            budget.release(LINK_BYTES);
            return false;
        }
        if (rows.count() > ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, 2 * ordinals.length);
            nodes = Arrays.copyOf(nodes, ordinals.length);
            alive = FixedBitSet.ensureCapacity(alive, ordinals.length);
        }
        return true;
    }

    private void place(int node, int ordinal) {
        ordinals[node] = ordinal;
        if (ordinal != NOBODY) {
            nodes[ordinal] = node;
            alive.set(node);
        }
    }

    @Override
    public void remove(int ordinal) {
        int last = --count;
        int node = nodes[ordinal];
        place(nodes[last], ordinal);
        ordinals[node] = NOBODY;
        alive.clear(node);
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int[] search(float[] question, int wanted, Deadline deadline) {
        deadline.check();
        OnHeapHnswGraph graph = builder.getGraph();
        Bits accepted = count == rows.count() ? null : alive;
        try {
            TopDocs best = HnswGraphSearcher.search(
                            new RowScores(rows).of(question), wanted, graph, accepted, Integer.MAX_VALUE)
                    .topDocs();
            var found = new int[best.scoreDocs.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = ordinals[best.scoreDocs[i].doc];
            }
            return found;
        } catch (IOException impossible) {
            throw new UncheckedIOException("Rows lie in memory", impossible);
        }
    }

    /** A third of the nodes lead nowhere but on. */
    @Override
    public boolean worn() {
        return 3L * (rows.count() - count) > rows.count();
    }

    @Override
    public long bytes() {
        return rows.bytes() + (long) rows.count() * LINK_BYTES;
    }

    @Override
    public VectorKind type() {
        return VectorKind.HNSW;
    }

    @Override
    public String kind() {
        return "HNSW of %d links over INT8".formatted(LINKS);
    }

    /** Its nodes, removed ones too, each with its row, then level by level from the top who neighbours whom. */
    @Override
    public void write(DataOutputStream out) throws IOException {
        OnHeapHnswGraph graph = builder.getGraph();
        out.writeInt(rows.count());
        for (int node = 0; node < rows.count(); node++) {
            out.writeInt(ordinals[node]);
            rows.write(node, out);
        }
        out.writeInt(graph.numLevels());
        out.writeInt(graph.entryNode());
        for (int level = graph.numLevels() - 1; level >= 0; level--) {
            for (int node = 0; node < rows.count(); node++) {
                if (graph.nodeExistAtLevel(level, node)) {
                    write(node, graph.getNeighbors(level, node), out);
                }
            }
            out.writeInt(NOBODY);
        }
    }

    private static void write(int node, NeighborArray neighbors, DataOutputStream out) throws IOException {
        out.writeInt(node);
        out.writeInt(neighbors.size());
        for (int i = 0; i < neighbors.size(); i++) {
            out.writeInt(neighbors.nodes()[i]);
        }
    }

    /**
     * What was written; null if the budget has no room.
     *
     * @throws IOException if it is nothing of the kind
     */
    static @Nullable Graph read(DataInputStream in, int count, int dimension, VectorBudget budget) throws IOException {
        var read = new Graph(dimension, budget);
        boolean whole = false;
        try {
            whole = read.fill(in, count);
            return whole ? read : null;
        } finally {
            if (!whole) {
                read.close();
            }
        }
    }

    /** False if the budget has no room. */
    private boolean fill(DataInputStream in, int size) throws IOException {
        int written = in.readInt();
        for (int node = 0; node < written; node++) {
            int ordinal = in.readInt();
            if (!grown(rows.read(in))) {
                return false;
            }
            place(node, ordinal);
        }
        count = size;
        link(in);
        return true;
    }

    private void link(DataInputStream in) throws IOException {
        OnHeapHnswGraph graph = builder.getGraph();
        var scores = new RowScores(rows).scorer();
        int levels = in.readInt();
        int entry = in.readInt();
        for (int level = levels - 1; level >= 0; level--) {
            for (int node = in.readInt(); node != NOBODY; node = in.readInt()) {
                var neighbors = new int[in.readInt()];
                for (int i = 0; i < neighbors.length; i++) {
                    neighbors[i] = in.readInt();
                }
                graph.addNode(level, node);
                scores.setScoringOrdinal(node);
                for (int neighbor : neighbors) {
                    graph.getNeighbors(level, node).addOutOfOrder(neighbor, scores.score(neighbor));
                }
            }
        }
        graph.trySetNewEntryNode(entry, levels - 1);
    }

    @Override
    public void close() {
        budget.release((long) rows.count() * LINK_BYTES);
        rows.close();
        count = 0;
    }
}
