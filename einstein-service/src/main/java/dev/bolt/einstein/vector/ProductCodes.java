package dev.bolt.einstein.vector;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.bolt.platform.deadline.Deadline;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A byte for each eight dimensions (product quantization, Jégou, Douze, Schmid, PAMI 33, 2011): the nearest word of a
 * {@link Codebook}. A question is multiplied with all words once, and a row costs an addition a byte. As many bytes as
 * a bit a dimension; measured at 100,000 rows five times as slow to scan and no nearer to the truth, so that nothing
 * takes it of itself (docs/benchmarks.md). Codes lie in blocks of {@value #BLOCK} rows, byte by byte.
 */
final class ProductCodes implements Shortlist {
    private static final int BLOCK = 256;
    private static final int WIDTH = 8;
    private static final int SAMPLE = 8192;

    private final Rotation rotation;
    private final VectorBudget budget;
    private final Codebook[] books;
    private final List<Slab> blocks = new ArrayList<>();
    private int count;

    private ProductCodes(Rotation rotation, Codebook[] books, VectorBudget budget) {
        this.rotation = rotation;
        this.books = books;
        this.budget = budget;
    }

    /** Learns from the rows, and holds none of them yet. */
    static ProductCodes learn(Rows rows, Rotation rotation, VectorBudget budget) {
        var sample = new float[Math.min(rows.count(), SAMPLE)][];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = rotation.of(rows.get((int) ((long) i * rows.count() / sample.length)));
        }
        Codebook[] books = books(rotation, (from, width) -> Codebook.learn(sample, from, width));
        return new ProductCodes(rotation, books, budget);
    }

    /**
     * What was written; null if the budget has no room.
     *
     * @throws IOException if it is nothing of the kind
     */
    static @Nullable ProductCodes read(DataInputStream in, int count, Rotation rotation, VectorBudget budget)
            throws IOException {
        Codebook[] books = books(rotation, (from, width) -> Codebook.read(in, from, width));
        var read = new ProductCodes(rotation, books, budget);
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
    private boolean fill(DataInputStream in, int rows) throws IOException {
        var code = new byte[books.length];
        for (int ordinal = 0; ordinal < rows; ordinal++) {
            in.readFully(code);
            if (!add(code)) {
                return false;
            }
        }
        return true;
    }

    @FunctionalInterface
    private interface Source<E extends Exception> {
        Codebook book(int from, int width) throws E;
    }

    private static <E extends Exception> Codebook[] books(Rotation rotation, Source<E> source) throws E {
        int dimension = rotation.dimension();
        var books = new Codebook[(dimension + WIDTH - 1) / WIDTH];
        for (int book = 0; book < books.length; book++) {
            books[book] = source.book(book * WIDTH, Math.min(WIDTH, dimension - book * WIDTH));
        }
        return books;
    }

    @Override
    public void write(DataOutputStream out) throws IOException {
        for (Codebook book : books) {
            book.write(out);
        }
        for (int ordinal = 0; ordinal < count; ordinal++) {
            for (int b = 0; b < books.length; b++) {
                out.writeByte(block(ordinal).get(JAVA_BYTE, at(ordinal, b)));
            }
        }
    }

    @Override
    public boolean add(float[] vector) {
        float[] rotated = rotation.of(vector);
        var scores = new float[Codebook.WORDS];
        var code = new byte[books.length];
        for (int b = 0; b < books.length; b++) {
            code[b] = (byte) books[b].nearest(rotated, scores);
        }
        return add(code);
    }

    private boolean add(byte[] code) {
        if (count == blocks.size() * BLOCK) {
            Slab block = Slab.of((long) BLOCK * books.length, budget);
            if (block == null) {
                return false;
            }
            blocks.add(block);
        }
        for (int b = 0; b < code.length; b++) {
            block(count).set(JAVA_BYTE, at(count, b), code[b]);
        }
        count++;
        return true;
    }

    @Override
    public void remove(int ordinal) {
        int last = --count;
        for (int b = 0; b < books.length; b++) {
            block(ordinal).set(JAVA_BYTE, at(ordinal, b), block(last).get(JAVA_BYTE, at(last, b)));
        }
        if (count <= (blocks.size() - 1) * BLOCK) {
            blocks.removeLast().close();
        }
    }

    @Override
    public int[] search(float[] question, int wanted, Deadline deadline) {
        float[] rotated = rotation.of(question);
        var table = new float[books.length * Codebook.WORDS];
        for (int b = 0; b < books.length; b++) {
            books[b].dots(rotated, table, b * Codebook.WORDS);
        }
        var nearest = new Nearest(wanted);
        var sums = new float[BLOCK];
        for (int first = 0; first < count; first += BLOCK) {
            deadline.check();
            add(block(first), table, sums);
            for (int i = 0; i < Math.min(BLOCK, count - first); i++) {
                if (sums[i] > nearest.least()) {
                    nearest.offer(sums[i], first + i);
                }
            }
        }
        return nearest.ordinals();
    }

    private void add(MemorySegment block, float[] table, float[] sums) {
        Arrays.fill(sums, 0);
        for (int b = 0; b < books.length; b++) {
            int words = b * Codebook.WORDS;
            long codes = (long) b * BLOCK;
            for (int i = 0; i < BLOCK; i++) {
                sums[i] += table[words + Byte.toUnsignedInt(block.get(JAVA_BYTE, codes + i))];
            }
        }
    }

    private MemorySegment block(int ordinal) {
        return blocks.get(ordinal / BLOCK).memory();
    }

    private static long at(int ordinal, int book) {
        return (long) book * BLOCK + ordinal % BLOCK;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean worn() {
        return false;
    }

    @Override
    public long bytes() {
        return blocks.size() * (long) BLOCK * books.length;
    }

    @Override
    public VectorKind type() {
        return VectorKind.PQ;
    }

    @Override
    public String kind() {
        return "PQ of %d bytes".formatted(books.length);
    }

    @Override
    public void close() {
        blocks.forEach(Slab::close);
        blocks.clear();
        count = 0;
    }
}
